package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Amount;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A plan made for other numbers than the statement meets.
 *
 * @param said  completes a sentence
 * @param proof with the figures compared
 */
record Misjudged(String said, String proof) {
    /** Factors below ten seldom change a plan (Leis et al., "How Good Are Query Optimizers, Really?", VLDB 2015). */
    private static final double FACTOR = 10;

    /** Too few rows to be worth another plan. */
    private static final double FEW_ROWS = 100;

    /**
     * The planner charges an inner index scan that finds its pages cached as little as a tenth of a page; beyond this many
     * pages for one unit of cost no plan that went as expected can come.
     */
    private static final double BLOCKS_PER_COST = 30;

    private static final double FEW_BLOCKS = 1000;

    /** They return as many rows as there are groups, or fewer than there were: their rows say nothing of their input. */
    private static final Set<String> HIDE_THEIR_INPUT =
            Set.of("Aggregate", "Group", "Limit", "Unique", "SetOp", "ModifyTable");

    static Optional<Misjudged> of(StatementFacts statement, PlanNode plan) {
        if (statement.calls() == 0) {
            return Optional.empty();
        }
        return byRows(statement, plan).or(() -> byBlocks(statement, plan));
    }

    /**
     * Of a plan that was made for constants and run with them, so that what it expects and what it met are of the same values.
     * Only nodes that meet more than expected: fewer come also where a LIMIT or a join stops early.
     */
    static Optional<Misjudged> met(PlanNode analysed) {
        return nodes(analysed)
                .filter(node -> node.actual() != null)
                .filter(node -> rowsMet(node) >= FEW_ROWS && factorMet(node) >= FACTOR)
                .max(Comparator.comparingDouble(Misjudged::factorMet))
                .map(node -> new Misjudged(
                        String.format(
                                Locale.ROOT,
                                "%s rows are planned where %s come",
                                Amount.of(node.rows()),
                                Amount.of(rowsOfALoop(node))),
                        String.format(
                                Locale.ROOT,
                                "Run once with common values, the %s%s gave %s rows where the plan for these very values expects %s.",
                                node.type(),
                                node.relation() == null ? "" : " on " + node.schema() + "." + node.relation(),
                                Amount.of(rowsOfALoop(node)),
                                Amount.of(node.rows()))));
    }

    private static Stream<PlanNode> nodes(PlanNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Misjudged::nodes));
    }

    private static double factorMet(PlanNode node) {
        return rowsOfALoop(node) / Math.max(1, node.rows());
    }

    private static double rowsOfALoop(PlanNode node) {
        return node.actual() == null ? 0 : node.actual().rows();
    }

    private static double rowsMet(PlanNode node) {
        return node.actual() == null ? 0 : node.actual().rows() * node.actual().loops();
    }

    private static Optional<Misjudged> byRows(StatementFacts statement, PlanNode plan) {
        double real = statement.rowsPerCall();
        double planned = plan.rows();
        double factor = Math.max(real, 1) / Math.max(planned, 1);
        boolean comparable = !HIDE_THEIR_INPUT.contains(plan.type()) && Math.max(real, planned) >= FEW_ROWS;
        if (!comparable || factor < FACTOR && factor > 1 / FACTOR) {
            return Optional.empty();
        }
        return Optional.of(new Misjudged(
                String.format(Locale.ROOT, "%s rows are planned where %s come", Amount.of(planned), Amount.of(real)),
                String.format(
                        Locale.ROOT,
                        "The plan expects %s rows; a call returned %s in the mean, %s times %s. Joins, sorts and scans were chosen "
                                + "for the wrong number. The plan is the generic one: where PostgreSQL plans for the value itself, it "
                                + "may know better.",
                        Amount.of(planned),
                        Amount.of(real),
                        Amount.of(Math.max(factor, 1 / factor)),
                        factor > 1 ? "more" : "fewer")));
    }

    private static Optional<Misjudged> byBlocks(StatementFacts statement, PlanNode plan) {
        double blocks = statement.blocksPerCall();
        if (blocks < FEW_BLOCKS || blocks < BLOCKS_PER_COST * plan.totalCost()) {
            return Optional.empty();
        }
        return Optional.of(new Misjudged(
                "a plan that should cost " + Amount.of(plan.totalCost()) + " reads " + Amount.of(blocks) + " pages",
                String.format(
                        Locale.ROOT,
                        "The plan is thought to cost %s, where reading one page in order costs 1; a call looked at %s pages in the "
                                + "mean. Far more rows came through it than the planner expected, so that it was chosen for the wrong "
                                + "number.",
                        Amount.of(plan.totalCost()),
                        Amount.of(blocks))));
    }
}
