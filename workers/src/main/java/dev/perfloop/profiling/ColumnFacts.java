package dev.perfloop.profiling;

import org.jspecify.annotations.Nullable;

/**
 * A column and what {@code pg_stats} knows of it; the statistics are null on a column that was never analysed.
 *
 * @param distinct     as in {@code pg_stats.n_distinct}: a count, or when negative the share of the rows that differ
 * @param correlation  between the column's order and the order on disk, -1 to 1
 * @param commonest    share of the rows that hold the commonest value
 */
public record ColumnFacts(
        String name,
        String type,
        boolean notNull,
        @Nullable Double distinct,
        @Nullable Double nullFraction,
        @Nullable Double correlation,
        @Nullable Integer averageWidth,
        @Nullable Double commonest) {

    /** Number of distinct values in a table of that many rows; null when unknown. */
    public @Nullable Double distinctValues(double rows) {
        if (distinct == null) {
            return null;
        }
        return distinct < 0 ? -distinct * rows : distinct;
    }
}
