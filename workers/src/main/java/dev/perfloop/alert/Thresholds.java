package dev.perfloop.alert;

import dev.perfloop.camunda.DecisionTables;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.threshold.Threshold;
import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.contract.threshold.Threshold.From;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a reading is held against that nobody has set a threshold of its own for: the deployed decision where it has a rule for the
 * metric, else the target's objective, else what was usual for the series.
 */
@Service
class Thresholds {
    /** An edited decision holds after that long; until then hundreds of targets ask the engine once a metric. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** An objective is a promise: half as much again is no slip. */
    private static final double GRAVE = 1.5;

    private final DecisionTables tables;
    private final InstantSource clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    Thresholds(DecisionTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    Optional<Threshold> of(Reading reading, @Nullable Promises promises) {
        return decided(reading.metric())
                .or(() -> Optional.ofNullable(promises).flatMap(known -> promised(reading, known)))
                .or(() -> Threshold.ofUsual(reading.unit(), reading.baselineMid(), reading.baselineHigh()));
    }

    private Optional<Threshold> decided(String metric) {
        Instant now = clock.instant();
        var known = remembered.get(metric);
        if (known == null || !known.until().isAfter(now)) {
            known = new Remembered(
                    tables.evaluate(ProcessIds.EVALUATE_THRESHOLDS, new Asked(metric), Decided.class)
                            .map(Decided::threshold),
                    now.plus(REMEMBERED));
            remembered.put(metric, known);
        }
        return known.threshold();
    }

    private static Optional<Threshold> promised(Reading reading, Promises promises) {
        Optional<Double> promised = switch (reading.metric()) {
            case "request_p95_ms" -> promises.p95(reading.subject()).map(it -> it.toNanos() / 1e6);
            case "request_error_share" -> promises.errors(reading.subject());
            default -> Optional.empty();
        };
        return promised.map(limit -> new Threshold(
                limit, limit * GRAVE, Direction.ABOVE, Threshold.LASTING, Threshold.CLEAR_SHARE, From.OBJECTIVE));
    }

    record Asked(String metric) {}

    /** The outputs of the decision. */
    record Decided(double warning, double critical, Direction direction, long lastingSeconds, double clearShare) {
        Threshold threshold() {
            return new Threshold(
                    warning, critical, direction, Duration.ofSeconds(lastingSeconds), clearShare, From.DECISION);
        }
    }

    private record Remembered(Optional<Threshold> threshold, Instant until) {}
}
