package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports what the counts and the service's metrics say about the application; it has not seen the code run. */
final class ApplicationAnalysis {
    static final String CHATTY_STATEMENT = "CHATTY_STATEMENT";
    static final String POOL_WAIT = "POOL_WAIT";
    static final String PROCESS_CPU = "PROCESS_CPU";

    private static final double MANY_CALLS = 5;
    private static final double SHARE = 0.02;
    private static final double BUSY_CPU = 0.7;

    private final String idPrefix;
    private final Workload workload;

    ApplicationAnalysis(String idPrefix, Workload workload) {
        this.idPrefix = idPrefix;
        this.workload = workload;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        workload.profile().statements().stream()
                .filter(this::isChatty)
                .map(this::chatty)
                .forEach(findings::add);
        poolWait(findings);
        processCpu(findings);
        return findings;
    }

    private boolean isChatty(StatementFacts statement) {
        return statement.dbTimeShare() >= SHARE && perRequest(statement) >= MANY_CALLS;
    }

    /** Calls in each of the likely requests, or over all requests where none is likely. */
    private double perRequest(StatementFacts statement) {
        var match = RequestMatch.of(statement, workload.load());
        return match.requests().isEmpty()
                ? (double) statement.calls() / Math.max(1, workload.load().drivenTotal())
                : match.perRequest();
    }

    private Finding chatty(StatementFacts statement) {
        var match = RequestMatch.of(statement, workload.load());
        double times = perRequest(statement);
        return Finding.observed(
                idPrefix + "-chatty-" + Long.toHexString(statement.queryId()),
                CHATTY_STATEMENT,
                Layer.APPLICATION,
                workload.impactOf(statement, 1 - 1 / times),
                Confidence.LOW,
                Effort.COMPLEX,
                String.format(
                        Locale.ROOT,
                        "About %.0f calls a request of one statement: %s",
                        times,
                        Inventory.shortened(statement.query())),
                new Evidence(
                        match.requests(),
                        match.requests().isEmpty() ? "mean over all requests" : "inferred from call counts, not traced",
                        DatabaseAnalysis.statement(statement),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        "So many calls a request look like one query a row (N+1). The calls of single requests were not "
                                + "traced, so this is a hint to check in the code, not a proof."));
    }

    private void poolWait(List<Finding> findings) {
        double share = workload.poolWaitMs() / Math.max(1, workload.load().requestMs());
        if (share < 0.1) {
            return;
        }
        findings.add(Finding.observed(
                idPrefix + "-pool-wait",
                POOL_WAIT,
                Layer.APPLICATION,
                Math.min(100, 100 * share),
                Confidence.MEDIUM,
                Effort.COMPLEX,
                String.format(
                        Locale.ROOT, "Requests wait for a database connection in %.0f %% of their time", 100 * share),
                Evidence.of(String.format(
                        Locale.ROOT,
                        "%.0f of %.0f connections in use in the mean, %.1f threads waiting. What the connections are held for "
                                + "comes first; a larger pool only moves the queue into the database.",
                        mean(Metrics.POOL_ACTIVE_CONNECTIONS),
                        mean(Metrics.POOL_MAX_CONNECTIONS),
                        mean(Metrics.POOL_PENDING_THREADS)))));
    }

    private void processCpu(List<Finding> findings) {
        double cpu = mean(Metrics.PROCESS_CPU_SHARE);
        if (cpu < BUSY_CPU) {
            return;
        }
        findings.add(Finding.observed(
                idPrefix + "-process-cpu",
                PROCESS_CPU,
                Layer.APPLICATION,
                100 * cpu * (1 - workload.databaseShare()),
                Confidence.LOW,
                Effort.COMPLEX,
                String.format(Locale.ROOT, "The service itself uses %.0f %% of the CPU", 100 * cpu),
                Evidence.of("Which code uses it was not looked at: that needs a JFR recording.")));
    }

    private double mean(String metric) {
        return workload.series().mean(metric).orElse(0);
    }
}
