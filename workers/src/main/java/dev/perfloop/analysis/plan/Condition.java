package dev.perfloop.analysis.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of a scan's conjunction, seen from a B-tree index on the scanned table. */
public sealed interface Condition {

    /** The part as the plan prints it. */
    String text();

    /** A condition an index on the column could serve. */
    sealed interface OnColumn extends Condition {
        String column();
    }

    /**
     * The column equals one value, or is null.
     *
     * @param fixed as SQL, where the statement's text has the constant, so that it is the same whenever the statement runs
     */
    record Equality(
            String column,
            String text,
            boolean nullTest,
            @Nullable String fixed) implements OnColumn {}

    /** The column is not null; where nearly all are, an index for the others serves. {@code fixed} is the same as SQL. */
    record NotNull(String column, String text, String fixed) implements Condition {}

    /** The column equals one of several values. */
    record OneOf(String column, String text) implements OnColumn {}

    record Range(String column, String text) implements OnColumn {}

    /**
     * No plain B-tree index on columns serves it; the reason completes the sentence "not looked at, as ...".
     *
     * @param special what another kind of index would need; null when there is no such kind
     */
    record Unusable(String text, String reason, @Nullable Special special) implements Condition {
        public Unusable(String text, String reason) {
            this(text, reason, null);
        }
    }

    /** What is asked of something that is more than a column, or in a way that a B-tree cannot answer. */
    sealed interface Special {
        /** As SQL, columns quoted, without the outer brackets. */
        String sql();

        /** The column it starts from. */
        String column();

        /**
         * The column through a function, operator or cast.
         *
         * @param indexable true when it is known to give the same result for ever, as an index on an expression demands
         * @param castTo    the type when all that is done to the column is a cast, or COLLATE and the collation; null otherwise
         * @param equality  false for a range
         */
        record Computed(
                String sql,
                String column,
                boolean indexable,
                @Nullable String castTo,
                boolean equality) implements Special {}

        /** Compared with a pattern by LIKE or ILIKE; {@code sql} is the column, or the expression compared. */
        record Pattern(String sql, String column, boolean ignoresCase) implements Special {}

        /**
         * Any of several conditions, each of which an index could serve.
         *
         * @param parts not all on one column
         */
        record Alternatives(String sql, String column, List<OnColumn> parts) implements Special {}

        /** Asked for what it holds: an array, a document or a text-search vector. */
        record Containment(String sql, String column, String operator) implements Special {}
    }
}
