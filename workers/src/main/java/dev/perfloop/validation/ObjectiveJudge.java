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
    /** A 95 % bound on a p95 of fewer responses would rest on the single slowest one. */
    private static final int FEWEST_REQUESTS = 30;

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
        var was = before.arm(Profiles.BASELINE, request);
        var is = after.arm(Profiles.BASELINE, request);
        Double bound = is.requests() < FEWEST_REQUESTS ? null : bootstrap.upperBound(metric, is);
        checks.add(new ObjectiveCheck(request, metric, limit, metric.of(was), metric.of(is), bound));
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e6;
    }
}
