package dev.perfloop.profiling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the catalogue describes it.
 *
 * @param method    access method: btree, gin ...
 * @param keys      in order
 * @param predicate of a partial index, as PostgreSQL prints it
 * @param scans     in the window
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
        long scans) {

    /** A column name, unquoted, or an expression as PostgreSQL prints it. */
    public record Key(String expression, boolean column, boolean descending, boolean nullsFirst) {}

    IndexFacts since(IndexFacts start) {
        long delta = scans < start.scans ? scans : scans - start.scans;
        return new IndexFacts(
                schema, table, name, method, unique, primary, valid, keys, include, predicate, sizeBytes, delta);
    }
}
