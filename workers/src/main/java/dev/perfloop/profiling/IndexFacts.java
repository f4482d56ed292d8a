package dev.perfloop.profiling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the catalogue describes it.
 *
 * @param method    access method: btree, gin ...
 * @param keys      in order
 * @param predicate of a partial index, as PostgreSQL prints it
 * @param scans     in the window
 * @param made      what it did since the statistics were last reset, and how it was made
 */
public record IndexFacts(
        String schema,
        String table,
        String name,
        String method,
        boolean unique,
        boolean primary,
        boolean valid,
        List<Key> keys,
        List<String> include,
        @Nullable String predicate,
        long sizeBytes,
        long scans,
        Made made) {

    /**
     * @param definition as {@code pg_get_indexdef} prints it; empty when unknown
     * @param constraint true when a constraint rests on it, so that it must not be dropped
     * @param scansEver  since the statistics were last reset
     * @param since      when that was; the server's start where it is not known that they were kept longer; null when unknown
     */
    public record Made(
            String definition,
            boolean constraint,
            long scansEver,
            @Nullable Instant since) {
        public static final Made UNKNOWN = new Made("", false, 0, null);
    }

    public IndexFacts {
        made = made == null ? Made.UNKNOWN : made;
    }

    public IndexFacts(
            String schema,
            String table,
            String name,
            String method,
            boolean unique,
            boolean primary,
            boolean valid,
            List<Key> keys,
            List<String> include,
            @Nullable String predicate,
            long sizeBytes,
            long scans) {
        this(
                schema,
                table,
                name,
                method,
                unique,
                primary,
                valid,
                keys,
                include,
                predicate,
                sizeBytes,
                scans,
                Made.UNKNOWN);
    }

    /** A column name, unquoted, or an expression as PostgreSQL prints it. */
    public record Key(String expression, boolean column, boolean descending, boolean nullsFirst) {}

    IndexFacts since(IndexFacts start) {
        long delta = scans < start.scans ? scans : scans - start.scans;
        return new IndexFacts(
                schema, table, name, method, unique, primary, valid, keys, include, predicate, sizeBytes, delta, made);
    }
}
