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
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds figures that are added up from most of a large table on every request: no index makes that cheap. */
@Component
final class ReportDetector implements Detector {
    static final String REPORT_AGGREGATE = "REPORT_AGGREGATE";
    private static final double SHARE = 0.02;

    /** Fewer rows are added up in a few milliseconds. */
    private static final double MANY_ROWS = 20_000;

    /** A condition that keeps so much is no help to an index. */
    private static final double KEEPS = 0.3;

    /** What remains is reading the sums, and keeping them up to date. */
    private static final double SAVES = 0.9;

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
                        .ifPresent(statement -> scan(workload, plan, false)
                                .filter(scan -> workload.impactOf(statement, SAVES) >= WORTH_NAMING)
                                .ifPresent(scan -> findings.add(finding(workload, statement, scan)))));
        return Detection.of(findings);
    }

    /** The largest sequential scan below an aggregate that keeps most of its table. */
    private static Optional<PlanNode> scan(Workload workload, PlanNode node, boolean summed) {
        boolean below = summed || node.type().equals("Aggregate");
        if (below && node.isSequentialScan() && isMostOfALargeTable(workload, node)) {
            return Optional.of(node);
        }
        Optional<PlanNode> largest = Optional.empty();
        for (var child : node.children()) {
            var found = scan(workload, child, below);
            if (found.isPresent()
                    && (largest.isEmpty()
                            || found.get().totalCost() > largest.get().totalCost())) {
                largest = found;
            }
        }
        return largest;
    }

    private static boolean isMostOfALargeTable(Workload workload, PlanNode scan) {
        double rows = workload.table(scan.schema(), scan.relation())
                .map(TableFacts::rows)
                .orElse(0.0);
        return rows >= MANY_ROWS && (scan.condition("Filter").isEmpty() || scan.rows() >= KEEPS * rows);
    }

    private static Finding finding(Workload workload, StatementFacts statement, PlanNode scan) {
        var table = workload.table(scan.schema(), scan.relation()).orElseThrow();
        String name = table.schema() + "." + table.name();
        return Gain.of(
                        Finding.observed(
                                "report-" + Long.toHexString(statement.queryId()),
                                REPORT_AGGREGATE,
                                Layer.DATABASE,
                                workload.impactOf(statement, SAVES),
                                Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "Each call adds up most of %s (%.0f rows) for %.0f rows of result",
                                        name,
                                        table.rows(),
                                        statement.rowsPerCall()),
                                Evidence.of(
                                                workload,
                                                statement,
                                                "Nothing in the statement narrows the table down, so that no index helps: the work itself is too "
                                                        + "much for a request.")
                                        .along(Chain.of(workload, statement)
                                                .node(scan, statement.queryId())
                                                .table(table, String.format(Locale.ROOT, "%.0f rows", table.rows()))
                                                .links())
                                        .about(List.of("statement:" + statement.queryId(), "table:" + name))),
                        workload,
                        statement.totalMs() * SAVES,
                        0.5)
                .proposing(new Proposal.CodeAdvice(
                        "Keep the sums instead of adding them up on each request",
                        "A materialised view that a job refreshes (`REFRESH MATERIALIZED VIEW CONCURRENTLY`, which needs a unique index "
                                + "on it), or a summary table that the writes keep up to date, answers in one look-up. If a slightly old "
                                + "figure will do, a cache in the service does as well; if only recent rows count, narrow the statement "
                                + "to them and index that column."));
    }
}
