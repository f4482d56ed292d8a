package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds statements that run many times a request, as far as the counts over the whole load tell. */
@Component
final class ChattyStatementDetector implements Detector {
    static final String CHATTY_STATEMENT = "CHATTY_STATEMENT";
    private static final double MANY_CALLS = 5;
    private static final double SHARE = 0.02;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        return Detection.of(workload.profile().statements().stream()
                .filter(statement -> isChatty(statement, workload))
                .map(statement -> chatty(statement, workload))
                .toList());
    }

    private static boolean isChatty(StatementFacts statement, Workload workload) {
        return statement.dbTimeShare() >= SHARE && perRequest(statement, workload) >= MANY_CALLS;
    }

    /** Calls in each of the likely requests, or over all requests where none is likely. */
    private static double perRequest(StatementFacts statement, Workload workload) {
        var match = RequestMatch.of(statement, workload.load());
        return match.requests().isEmpty()
                ? (double) statement.calls() / Math.max(1, workload.load().drivenTotal())
                : match.perRequest();
    }

    private static Finding chatty(StatementFacts statement, Workload workload) {
        var match = RequestMatch.of(statement, workload.load());
        double times = perRequest(statement, workload);
        return Finding.observed(
                "chatty-" + Long.toHexString(statement.queryId()),
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
                        Evidence.Statement.of(statement),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        "So many calls a request look like one query a row (N+1). The calls of single requests were not "
                                + "traced, so this is a hint to check in the code, not a proof."));
    }
}
