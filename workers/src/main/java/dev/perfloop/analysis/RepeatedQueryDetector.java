package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds questions that are asked again and again although nothing in them changes. */
@Component
final class RepeatedQueryDetector implements Detector {
    static final String REPEATED_QUERY = "REPEATED_QUERY";

    @Override
    public Layer layer() {
        return Layer.CACHING;
    }

    @Override
    public Detection in(Workload workload) {
        return Detection.of(workload.profile().statements().stream()
                .filter(Repetition::worthLooking)
                .map(statement -> finding(statement, workload))
                .toList());
    }

    private static Finding finding(StatementFacts statement, Workload workload) {
        var match = RequestMatch.of(statement, workload.load());
        double avoidable = 1 - 1.0 / statement.calls();
        return Finding.observed(
                "repeated-query-" + Long.toHexString(statement.queryId()),
                REPEATED_QUERY,
                Layer.CACHING,
                workload.impactOf(statement, avoidable),
                Confidence.MEDIUM,
                Effort.COMPLEX,
                String.format(
                        Locale.ROOT,
                        "The same question was asked %d times, %.1f ms each: %s",
                        statement.calls(),
                        statement.meanMs(),
                        Inventory.shortened(statement.query())),
                new Evidence(
                        match.requests(),
                        match.requests().isEmpty() ? "not traced" : "inferred from call counts and times, not traced",
                        Evidence.Statement.of(statement),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        "It has no parameters, so every call differs only by what was written in between. Whether a cached, "
                                + "slightly old answer is good enough is for the owner to say."));
    }
}
