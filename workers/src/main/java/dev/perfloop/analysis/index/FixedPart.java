package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a scan that the statement's text fixes, and which few rows meet: an index on these rows alone serves it.
 *
 * @param predicate as SQL, of a partial index
 * @param share     of the table's rows that meet all of them, as the planner estimates from its most common values
 */
record FixedPart(List<Condition> conditions, String predicate, double share) {
    /** "A value that accounts for more than a few percent of all the table rows" is not worth indexing (manual, 11.8). */
    private static final double FEW = 0.1;

    /** A column with more values than a kind, a state or a flag has: its constant is one of many to come. */
    private static final double MOST_VALUES = 100;

    /** A null test that this many rows meet takes nothing away. */
    private static final double MOST_ROWS = 0.5;

    static Optional<FixedPart> of(Need need) {
        if (MissingIndexes.isPartition(need.table()) || need.table().rows() <= 0) {
            return Optional.empty();
        }
        var scanned = NeedFinder.conditionsOf(need.scan(), need.table());
        List<Condition> fixed =
                scanned.stream().filter(it -> isFixed(it, need, scanned)).toList();
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        double others = scanned.stream()
                .filter(it -> !fixed.contains(it))
                .mapToDouble(it -> Selectivity.of(it, need.table(), scanned))
                .reduce(1, (a, b) -> a * b);
        double all = need.scanRows() / need.table().rows();
        double share = Math.clamp(all / Math.max(others, 1e-9), 1 / need.table().rows(), 1);
        return share > FEW
                ? Optional.empty()
                : Optional.of(new FixedPart(
                        fixed,
                        String.join(" AND ", fixed.stream().map(FixedPart::sql).toList()),
                        share));
    }

    /** What one of them keeps, when all are alike. */
    double each() {
        return Math.pow(share, 1.0 / conditions.size());
    }

    private static boolean isFixed(Condition condition, Need need, List<Condition> all) {
        if (sql(condition) == null) {
            return false;
        }
        return switch (condition) {
            case Condition.Equality it when it.nullTest() -> Selectivity.of(it, need.table(), all) <= MOST_ROWS;
            case Condition.Equality it ->
                Selectivity.values(need.table(), it.column()) instanceof Double values && values <= MOST_VALUES;
            default -> Selectivity.of(condition, need.table(), all) <= MOST_ROWS;
        };
    }

    private static @Nullable String sql(Condition condition) {
        return switch (condition) {
            case Condition.Equality it -> it.fixed();
            case Condition.NotNull it -> it.fixed();
            case Condition.OneOf many -> null;
            case Condition.Range range -> null;
            case Condition.Unusable other -> null;
        };
    }
}
