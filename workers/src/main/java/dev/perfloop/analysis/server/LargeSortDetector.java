package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds statements that mostly sort. Whether an index can deliver the order instead, the search for indexes tells. */
@Component
final class LargeSortDetector implements Detector {
    static final String LARGE_SORT = "LARGE_SORT";
    private static final double SHARE = 0.05;
    private static final double MANY_ROWS = 10_000;

    /** Of the planned cost. */
    private static final double MOST_OF_IT = 0.4;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        workload.plans()
                .forEach((id, plan) -> workload.statement(id)
                        .filter(statement -> statement.dbTimeShare() >= SHARE)
                        .ifPresent(statement -> sorts(plan).stream()
                                .filter(sort -> own(sort) >= MOST_OF_IT * plan.totalCost() && input(sort) >= MANY_ROWS)
                                .max(Comparator.comparingDouble(LargeSortDetector::own))
                                .filter(sort ->
                                        workload.impactOf(statement, own(sort) / plan.totalCost()) >= WORTH_NAMING)
                                .ifPresent(sort -> findings.add(finding(workload, statement, plan, sort)))));
        return Detection.of(findings);
    }

    private static List<PlanNode> sorts(PlanNode node) {
        List<PlanNode> found = new ArrayList<>();
        if (node.type().equals("Sort")) {
            found.add(node);
        }
        node.children().forEach(child -> found.addAll(sorts(child)));
        return found;
    }

    private static double own(PlanNode node) {
        return node.totalCost()
                - node.children().stream().mapToDouble(PlanNode::totalCost).sum();
    }

    private static double input(PlanNode sort) {
        return sort.children().stream().mapToDouble(PlanNode::rows).max().orElse(sort.rows());
    }

    private static Finding finding(Workload workload, StatementFacts statement, PlanNode plan, PlanNode sort) {
        double share = own(sort) / plan.totalCost();
        return Finding.observed(
                        "large-sort-" + Long.toHexString(statement.queryId()),
                        LARGE_SORT,
                        Layer.DATABASE,
                        workload.impactOf(statement, share),
                        Confidence.LOW,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "A statement mostly sorts: about %.0f rows by %s",
                                input(sort),
                                String.join(", ", sort.sortKey())),
                        Evidence.of(
                                        workload,
                                        statement,
                                        String.format(
                                                Locale.ROOT,
                                                "Sorting is %.0f %% of its planned cost; it returns %.0f rows a call.",
                                                100 * share,
                                                statement.rowsPerCall()))
                                .along(Chain.of(workload, statement)
                                        .node(sort, statement.queryId())
                                        .links()))
                .proposing(
                        new Proposal.CodeAdvice(
                                "Sort fewer rows",
                                "Ask for a page of them (a condition on the last key seen and LIMIT) with an index in that order; leave out the "
                                        + "ORDER BY where nobody needs it; or sort by a column of the table that is narrowed down first."));
    }
}
