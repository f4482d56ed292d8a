package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Estimates which share of a table's rows a condition keeps when its values are not known. */
final class Selectivity {
    /** As PostgreSQL assumes: DEFAULT_INEQ_SEL, DEFAULT_RANGE_INEQ_SEL, DEFAULT_EQ_SEL (utils/selfuncs.h). */
    private static final double ONE_SIDED_RANGE = 0.3333;

    private static final double TWO_SIDED_RANGE = 0.005;
    private static final double UNKNOWN_EQUALITY = 0.005;
    /** Elements PostgreSQL assumes in an array it cannot see. */
    private static final double ARRAY_ELEMENTS = 10;

    /** A column of which one value is this common is asked for the others. */
    private static final double SKEWED = 0.9;

    private Selectivity() {}

    static double of(Condition condition, TableFacts table, List<Condition> all) {
        return switch (condition) {
            case Condition.Equality it when it.nullTest() -> nullShare(table, it.column());
            case Condition.Equality it -> equality(table, it.column());
            case Condition.OneOf it -> Math.min(1, ARRAY_ELEMENTS * equality(table, it.column()));
            case Condition.Range it -> range(it, all);
            case Condition.NotNull it -> 1 - nullShare(table, it.column());
            case Condition.Unusable it ->
                it.text().contains("~~") ? 0.05 : it.text().contains("IS NOT NULL") ? 1 : ONE_SIDED_RANGE;
        };
    }

    static boolean known(TableFacts table, String column) {
        return table.column(column).map(ColumnFacts::distinct).isPresent();
    }

    private static double range(Condition.Range range, List<Condition> all) {
        long sides = all.stream()
                .filter(other ->
                        other instanceof Condition.Range it && it.column().equals(range.column()))
                .count();
        // Shared out over the two sides, so that their product is the whole.
        return sides > 1 ? Math.sqrt(TWO_SIDED_RANGE) : ONE_SIDED_RANGE;
    }

    private static double equality(TableFacts table, String name) {
        var column = table.column(name).orElse(null);
        Double distinct = column == null ? null : column.distinctValues(table.rows());
        if (column == null || distinct == null || distinct <= 0) {
            return UNKNOWN_EQUALITY;
        }
        double nulls = column.nullFraction() == null ? 0 : column.nullFraction();
        return Math.min(1, (1 - nulls) / distinct);
    }

    /** Share of the rows that hold any one value but the commonest; null when the column is not skewed or not known. */
    static @Nullable Double rare(TableFacts table, String name) {
        var column = table.column(name).orElse(null);
        Double distinct = column == null ? null : column.distinctValues(table.rows());
        Double commonest = column == null ? null : column.commonest();
        if (distinct == null || commonest == null || distinct < 2 || commonest < SKEWED) {
            return null;
        }
        return Math.max(1 / Math.max(1, table.rows()), (1 - commonest) / (distinct - 1));
    }

    /** Of how many values the column has; null when that is not known. */
    static @Nullable Double values(TableFacts table, String name) {
        return table.column(name)
                .map(column -> column.distinctValues(table.rows()))
                .orElse(null);
    }

    private static double nullShare(TableFacts table, String name) {
        Double nulls = table.column(name).map(ColumnFacts::nullFraction).orElse(null);
        return nulls == null ? UNKNOWN_EQUALITY : nulls;
    }
}
