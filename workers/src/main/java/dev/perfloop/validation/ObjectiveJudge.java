package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.target.Objectives.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds the measured baseline profile against what the owner wants. */
final class ObjectiveJudge {
    /**
     * Of fewer responses not even the slowest bounds the quantile with 95 % confidence: n = log 0.05 / log q, after Wilks,
     * "Determination of sample sizes for setting tolerance limits", Annals of Mathematical Statistics 12 (1941).
     */
    private static final int FEWEST_FOR_P95 = 59;

    private static final int FEWEST_FOR_P99 = 299;
    private static final int FEWEST_FOR_P50 = 30;

    private final Bootstrap bootstrap;

    ObjectiveJudge(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    List<ObjectiveCheck> check(Objectives objectives, Profiles before, Profiles after) {
        List<ObjectiveCheck> checks = new ArrayList<>(of(Profiles.ALL, objectives.overall(), before, after));
        new TreeMap<>(objectives.requests())
                .forEach((request, objective) -> checks.addAll(of(request, objective, before, after)));
        return checks;
    }

    private List<ObjectiveCheck> of(String request, Objective objective, Profiles before, Profiles after) {
        List<ObjectiveCheck> checks = new ArrayList<>();
        add(checks, request, Metric.P50_MS, millis(objective.p50()), before, after);
        add(checks, request, Metric.P95_MS, millis(objective.p95()), before, after);
        add(checks, request, Metric.P99_MS, millis(objective.p99()), before, after);
        add(checks, request, Metric.ERROR_RATE, objective.errors(), before, after);
        add(checks, request, Metric.THROUGHPUT, objective.throughput(), before, after);
        return checks;
    }

    private void add(
            List<ObjectiveCheck> checks,
            String request,
            Metric metric,
            @Nullable Double limit,
            Profiles before,
            Profiles after) {
        if (limit == null) {
            return;
        }
        var was = before.arm(Profiles.BASELINE, request).tally();
        var is = after.arm(Profiles.BASELINE, request);
        checks.add(
                new ObjectiveCheck(request, metric, limit, metric.of(was), metric.of(is.tally()), worst(metric, is)));
    }

    private @Nullable Double worst(Metric metric, Arm arm) {
        return switch (metric) {
            case P50_MS -> latencyBound(metric, arm, FEWEST_FOR_P50);
            case P95_MS -> latencyBound(metric, arm, FEWEST_FOR_P95);
            case P99_MS -> latencyBound(metric, arm, FEWEST_FOR_P99);
            case ERROR_RATE -> arm.requests() == 0 ? null : ErrorDifference.upperBound(arm.errors(), arm.requests());
            case THROUGHPUT -> arm.seconds().isEmpty() ? null : bootstrap.lowerBound(metric, arm);
        };
    }

    private @Nullable Double latencyBound(Metric metric, Arm arm, int fewest) {
        return arm.requests() < fewest ? null : bootstrap.upperBound(metric, arm);
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e6;
    }
}
