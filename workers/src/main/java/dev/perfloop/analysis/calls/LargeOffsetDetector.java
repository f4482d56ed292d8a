package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds pages that are reached by reading and throwing away all rows before them. */
@Component
final class LargeOffsetDetector implements Detector {
    static final String LARGE_OFFSET = "LARGE_OFFSET";

    /** Blocks read for each row returned; reading by an index takes about four for the first row and less for the next. */
    private static final double MANY_BLOCKS_PER_ROW = 8;

    private static final double FEWEST_BLOCKS = 50;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var statement : workload.profile().statements()) {
            if (Sql.skipsRows(statement.query()) && Sql.reads(statement.query())) {
                double returned = Math.max(1, statement.rowsPerCall());
                double needed = MANY_BLOCKS_PER_ROW * returned;
                double impact = workload.impactOf(statement, Math.max(0, 1 - needed / statement.blocksPerCall()));
                var plan = workload.plans().get(statement.queryId());
                if (plan != null && sorts(plan)) {
                    refused.add(new Refused(
                            "page by offset: " + Shown.shortly(statement.query()),
                            "its plan sorts all that matches for every page, the first as well: an index in that order comes "
                                    + "before another way of paging"));
                } else if (statement.blocksPerCall() >= Math.max(FEWEST_BLOCKS, needed) && impact >= 1) {
                    findings.add(finding(workload, statement, impact, 1 - needed / statement.blocksPerCall()));
                } else {
                    refused.add(new Refused(
                            "page by offset: " + Shown.shortly(statement.query()),
                            String.format(
                                    Locale.ROOT,
                                    "%.0f blocks read for %.0f rows a call: what it skips costs little",
                                    statement.blocksPerCall(),
                                    statement.rowsPerCall())));
                }
            }
        }
        return Detection.of(findings, refused);
    }

    private static Finding finding(Workload workload, StatementFacts statement, double impact, double removable) {
        double high = 100 * Math.clamp(removable * statement.totalMs() / Math.max(1, workload.serviceMs()), 0, 1);
        return Finding.observed(
                        "large-offset-" + Long.toHexString(statement.queryId()),
                        LARGE_OFFSET,
                        Layer.DATABASE,
                        impact,
                        Confidence.HIGH,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "A page of %.0f rows is reached by reading %.0f blocks: %s",
                                statement.rowsPerCall(),
                                statement.blocksPerCall(),
                                Shown.shortly(statement.query())),
                        Evidence.of(workload, statement, "OFFSET reads every row before the page and throws it away.")
                                .about(List.of("statement:" + statement.queryId())))
                .gaining(high / 2, high)
                .proposing(CallAdvice.seekInsteadOfSkip(statement.query()));
    }

    private static boolean sorts(PlanNode node) {
        return node.type().equals("Sort") || node.children().stream().anyMatch(LargeOffsetDetector::sorts);
    }
}
