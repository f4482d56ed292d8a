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
    private static final int FEWEST = 30;

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
        int fewest = fewest(metric, limit);
        var bounding = is.requests() < fewest ? is.and(after.arm(Profiles.PEAK, request)) : is;
        var worst = bounding.requests() < fewest ? null : worst(metric, bounding);
        checks.add(new ObjectiveCheck(request, metric, limit, metric.of(was), metric.of(is.tally()), worst));
    }

    /**
     * Of fewer responses not even the best result bounds the metric with 95 % confidence: n = log 0.05 / log q for a quantile and
     * for a share of errors 1 - q, after Wilks, "Determination of sample sizes for setting tolerance limits", Annals of Mathematical
     * Statistics 12 (1941). Where the baseline has fewer, the peak is taken with it: under twice the load nothing answers faster.
     */
    private static int fewest(Metric metric, double limit) {
        return switch (metric) {
            case P50_MS -> FEWEST;
            case P95_MS -> bounding(0.95);
            case P99_MS -> bounding(0.99);
            case ERROR_RATE -> limit <= 0 || limit >= 1 ? FEWEST : bounding(1 - limit);
            case THROUGHPUT -> 1;
        };
    }

    private static int bounding(double share) {
        return (int) Math.ceil(Math.log(0.05) / Math.log(share));
    }

    private double worst(Metric metric, Arm arm) {
        return switch (metric) {
            case P50_MS, P95_MS, P99_MS -> bootstrap.upperBound(metric, arm);
            case ERROR_RATE -> ErrorDifference.upperBound(arm.errors(), arm.requests());
            case THROUGHPUT -> bootstrap.lowerBound(metric, arm);
        };
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e6;
    }
}
