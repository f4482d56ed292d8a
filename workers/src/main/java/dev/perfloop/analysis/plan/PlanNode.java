package dev.perfloop.analysis.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of a plan as {@code EXPLAIN (VERBOSE, FORMAT JSON)} prints it; costs are the planner's, for one loop.
 *
 * @param relationship to the parent: Outer, Inner, Subquery, InitPlan, SubPlan, Member; empty on top
 * @param conditions   the texts by their names: Filter, Index Cond, Hash Cond ...
 * @param actual       what it met when it was run; null when it was not, or never came to this node
 * @param output       what it hands on, and what it groups by
 */
public record PlanNode(
        String type,
        String relationship,
        @Nullable String schema,
        @Nullable String relation,
        @Nullable String alias,
        @Nullable String index,
        String joinType,
        double startupCost,
        double totalCost,
        double rows,
        List<Labelled> conditions,
        List<String> sortKey,
        @Nullable Actual actual,
        List<String> output,
        List<PlanNode> children) {

    /** @param rows of one of the loops in the mean, as the planned ones are */
    public record Actual(double rows, double loops) {}

    public record Labelled(String label, String text) {}

    public Optional<String> condition(String label) {
        return conditions.stream()
                .filter(condition -> condition.label().equals(label))
                .map(Labelled::text)
                .findFirst();
    }

    public boolean isJoin() {
        return type.equals("Nested Loop") || type.equals("Hash Join") || type.equals("Merge Join");
    }

    public boolean isSequentialScan() {
        return type.equals("Seq Scan");
    }

    public boolean isScanOfTable() {
        return relation != null && type.endsWith("Scan") && !type.equals("Bitmap Index Scan");
    }

    /** The child that delivers rows first: what a node with one input reads from. */
    public Optional<PlanNode> input() {
        return children.stream()
                .filter(child -> child.relationship().equals("Outer"))
                .findFirst();
    }

    public Optional<PlanNode> inner() {
        return children.stream()
                .filter(child -> child.relationship().equals("Inner"))
                .findFirst();
    }
}
