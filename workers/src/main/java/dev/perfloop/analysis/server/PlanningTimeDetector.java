package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds statements that are planned for longer than they run. */
@Component
final class PlanningTimeDetector implements Detector {
    static final String PLANNING_TIME = "PLANNING_TIME";

    /** Planning per millisecond of running; below this it is the usual price of a short statement. */
    private static final double DOMINATES = 0.5;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        for (var statement : workload.profile().statements()) {
            double perRunning =
                    statement.totalMs() <= 0 ? 0 : statement.details().planMs() / statement.totalMs();
            if (perRunning >= DOMINATES) {
                double impact = workload.impactOf(statement, perRunning);
                if (impact >= WORTH_NAMING) {
                    findings.add(finding(workload, statement, perRunning, impact));
                }
            }
        }
        return Detection.of(findings);
    }

    private static Finding finding(Workload workload, StatementFacts statement, double perRunning, double impact) {
        return Gain.of(
                        Finding.observed(
                                "planning-" + Long.toHexString(statement.queryId()),
                                PLANNING_TIME,
                                Layer.DATABASE,
                                impact,
                                Confidence.HIGH,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "A statement is planned for %.1f ms and runs for %.1f ms a call",
                                        perRunning * statement.meanMs(),
                                        statement.meanMs()),
                                Evidence.of(
                                        workload,
                                        statement,
                                        "Its plan is made anew for each call. Many partitions, many joins or many indexes make that dear.")),
                        workload,
                        statement.details().planMs(),
                        0.4)
                .proposing(new Proposal.CodeAdvice(
                        "Plan the statement once, not for each call",
                        "Prepare it on the server (JDBC: `prepareThreshold`, on by default from the fifth call of the same "
                                + "PreparedStatement; a transaction pooler in between needs support for it), and see that the text is the "
                                + "same each time: parameters, not literals. For a partitioned table compare the partition key with a "
                                + "value so that the others are cut off early, and have fewer partitions."));
    }
}
