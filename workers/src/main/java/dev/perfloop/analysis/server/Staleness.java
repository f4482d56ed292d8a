package dev.perfloop.analysis.server;

import dev.perfloop.profiling.TableFacts;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A table whose column statistics no longer describe it.
 *
 * @param changedShare rows changed since they were taken, per row it has; infinite when they never were
 */
record Staleness(TableFacts table, double changedShare) {
    /** {@code autovacuum_analyze_scale_factor} and {@code autovacuum_analyze_threshold} by default, PostgreSQL's manual 19.10. */
    private static final double SCALE_FACTOR = 0.1;

    private static final long THRESHOLD = 50;

    /** The planner guesses well enough for what fits on a few pages. */
    private static final double TINY = 500;

    static Optional<Staleness> of(TableFacts table) {
        double rows = Math.max(table.rows(), table.upkeep().liveRows());
        if (rows < TINY) {
            return Optional.empty();
        }
        if (neverAnalysed(table)) {
            return Optional.of(new Staleness(table, Double.POSITIVE_INFINITY));
        }
        long modified = table.upkeep().modifiedSinceAnalyse();
        return modified > THRESHOLD + SCALE_FACTOR * rows
                ? Optional.of(new Staleness(table, modified / rows))
                : Optional.empty();
    }

    /** A column of a table that holds rows has no statistics only if none were ever taken, or nobody may read them. */
    private static boolean neverAnalysed(TableFacts table) {
        return table.upkeep().lastAnalysed() == null
                && !table.columns().isEmpty()
                && table.columns().stream().allMatch(column -> Objects.isNull(column.distinct()));
    }

    String name() {
        return table.schema() + "." + table.name();
    }

    String said() {
        return Double.isInfinite(changedShare)
                ? "it was never analysed"
                : String.format(
                        Locale.ROOT,
                        "%d rows changed since it was analysed, of %.0f",
                        table.upkeep().modifiedSinceAnalyse(),
                        Math.max(table.rows(), table.upkeep().liveRows()));
    }
}
