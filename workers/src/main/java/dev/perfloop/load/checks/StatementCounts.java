package dev.perfloop.load.checks;

import dev.perfloop.camunda.Remedy;
import dev.perfloop.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the target's statements did while a load test ran. A target that does not tell spoils no load test. */
@Component
class StatementCounts {
    private static final Logger log = LoggerFactory.getLogger(StatementCounts.class);

    /** The rest is next to nothing of a database's time, and a run has many load tests. */
    private static final int MOST = 100;

    private final StatementWorkRepository target;

    StatementCounts(StatementWorkRepository target) {
        this.target = target;
    }

    /** Empty when it cannot be told. */
    Optional<Map<Long, StatementCount>> start(Target of) {
        return told(() -> target.counts(of))
                .map(counts -> counts.stream().collect(Collectors.toMap(StatementCount::queryId, Function.identity())));
    }

    /** The heaviest first. */
    List<StatementCount> since(Map<Long, StatementCount> start, Target of) {
        return told(() -> target.countsWithTexts(of)).orElse(List.of()).stream()
                .map(end -> end.since(start.getOrDefault(end.queryId(), StatementCount.NONE)))
                .filter(done -> done.calls() > 0)
                .sorted(Comparator.comparingDouble(StatementCount::totalMs).reversed())
                .limit(MOST)
                .toList();
    }

    private static Optional<List<StatementCount>> told(Supplier<List<StatementCount>> asked) {
        try {
            return Optional.of(asked.get());
        } catch (RuntimeException refused) {
            log.warn(
                    "action=count-statements result=refused reason=\"{}\"",
                    refused instanceof Remedy remedy
                            ? refused.getMessage() + " " + remedy.mend()
                            : refused.getMessage());
            return Optional.empty();
        }
    }
}
