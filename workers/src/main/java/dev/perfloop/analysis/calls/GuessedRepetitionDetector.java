package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.StatementUse;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Where requests could not be driven alone: statements that run many times a request, as far as the counts over the whole
 * load tell.
 */
@Component
final class GuessedRepetitionDetector implements Detector {
    static final String CHATTY_STATEMENT = "CHATTY_STATEMENT";

    /** Sentry's number of repeats. */
    private static final double MANY_CALLS = 5;

    private static final double SHARE = 0.02;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        boolean counted = workload.load().driven().keySet().stream()
                .allMatch(
                        request -> workload.captured().calls().request(request).isPresent());
        return counted && !workload.load().driven().isEmpty()
                ? Detection.NOTHING
                : Detection.of(workload.profile().statements().stream()
                        .filter(it -> it.dbTimeShare() >= SHARE && Sql.hasParameters(it.query()))
                        .filter(it -> workload.useOf(it).how() != StatementUse.How.COUNTED)
                        .filter(it -> perRequest(it, workload) >= MANY_CALLS)
                        .map(it -> finding(it, workload))
                        .toList());
    }

    /** Calls in each of the likely requests, or over all requests where none is likely. */
    private static double perRequest(StatementFacts statement, Workload workload) {
        return workload.useOf(statement).perRequest().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse((double) statement.calls() / Math.max(1, workload.load().drivenTotal()));
    }

    private static Finding finding(StatementFacts statement, Workload workload) {
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
                                Shown.shortly(statement.query())),
                        Evidence.of(
                                        workload,
                                        statement,
                                        "So many calls a request look like one query a row (N+1). The request could not be driven "
                                                + "alone, so this is a hint to check in the code, not a proof.")
                                .about(List.of("statement:" + statement.queryId())))
                .proposing(CallAdvice.onceForAllRows(statement.query(), null));
    }
}
