package dev.perfloop.analysis.server;

import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import java.util.Optional;
import java.util.Set;

/** What a statement wrote to temporary files, and by which node of its plan. */
final class Spill {
    private static final Set<String> KEEP_ROWS = Set.of(
            "Sort",
            "Incremental Sort",
            "Hash",
            "Aggregate",
            "WindowAgg",
            "Materialize",
            "Memoize",
            "SetOp",
            "CTE Scan");

    private Spill() {}

    /** Bytes in one call. */
    static double writtenPerCall(StatementFacts statement, long blockSize) {
        return statement.calls() == 0 ? 0 : (double) statement.details().tempWritten() * blockSize / statement.calls();
    }

    /** The node that has most to keep, the lowest of those with the same number of rows. */
    static Optional<PlanNode> node(PlanNode plan) {
        Optional<PlanNode> most = KEEP_ROWS.contains(plan.type()) ? Optional.of(plan) : Optional.empty();
        for (var child : plan.children()) {
            var below = node(child);
            if (below.isPresent() && (most.isEmpty() || kept(below.get()) >= kept(most.get()))) {
                most = below;
            }
        }
        return most;
    }

    private static double kept(PlanNode node) {
        return node.children().stream().mapToDouble(PlanNode::rows).max().orElse(node.rows());
    }
}
