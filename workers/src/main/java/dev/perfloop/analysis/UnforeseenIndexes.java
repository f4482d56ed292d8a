package dev.perfloop.analysis;

import dev.perfloop.analysis.Evidence.Trial;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.run.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Indexes that no detector saw a need for, but that the target's planner would use if they were there. */
@Service
public class UnforeseenIndexes {
    /** Dexter's bounds: half of the cost of a statement that costs something ({@code --min-cost-savings-pct}, {@code --min-cost}). */
    private static final double LEAST_SAVED = 0.5;

    private static final double LEAST_COST = 100;

    private final Workloads workloads;

    UnforeseenIndexes(Workloads workloads) {
        this.workloads = workloads;
    }

    /**
     * A finding where the statement's share of the gap is worth a change.
     *
     * @param how    the planner was asked
     * @param before planned cost of one call
     * @param after  the same with the index
     */
    public Optional<Finding> finding(
            RunId run, long queryId, Proposal.CreateIndex index, String how, double before, double after) {
        double saved = before <= 0 ? 0 : 1 - after / before;
        if (saved < LEAST_SAVED || before < LEAST_COST) {
            return Optional.empty();
        }
        var workload = workloads.of(run);
        return workload.statement(queryId)
                .map(statement ->
                        finding(workload, statement, index, new Trial(how, "planner cost", before, after, "")))
                .filter(finding -> finding.impact() >= RootCauses.WORTH_A_CHANGE);
    }

    private static Finding finding(
            Workload workload, StatementFacts statement, Proposal.CreateIndex index, Trial trial) {
        double saved = 1 - trial.after() / trial.before();
        String table = index.schema() + "." + index.table();
        String columns = String.join(
                ", ", index.columns().stream().map(Proposal.Column::expression).toList());
        var evidence = Evidence.of(
                        workload,
                        statement,
                        "The target's planner would go through the index if it were there; no rule of ours asked for it.")
                .about(List.of("statement:" + statement.queryId(), "table:" + table))
                .tried(trial);
        return Finding.observed(
                        "missing-index-" + statement.queryId() + "-" + table,
                        "MISSING_INDEX",
                        Layer.DATABASE,
                        workload.impactOf(statement, saved),
                        Confidence.MEDIUM,
                        Effort.QUICK,
                        String.format(
                                Locale.ROOT,
                                "No index on %s (%s): with one the statement would cost %.0f %% less",
                                table,
                                columns,
                                100 * saved),
                        evidence)
                .gaining(0, 100 * saved * statement.dbTimeShare() * workload.databaseShare())
                .proposing(index);
    }
}
