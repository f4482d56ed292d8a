package dev.perfloop.validation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Both sides of one request under one profile, each of their tests sampled once. */
final class Arms {
    private final String profile;
    private final String request;
    private final Arm before;
    private final Arm after;
    private final Bootstrap bootstrap;
    private final Map<Arm, Sampled> asOneTest = new IdentityHashMap<>();
    private final List<Sampled> sampledBefore;
    private final List<Sampled> sampledAfter;

    Arms(String profile, String request, Arm before, Arm after, Bootstrap bootstrap) {
        this.profile = profile;
        this.request = request;
        this.before = before;
        this.after = after;
        this.bootstrap = bootstrap;
        this.sampledBefore = bootstrap.sample(before);
        this.sampledAfter = bootstrap.sample(after);
    }

    String profile() {
        return profile;
    }

    String request() {
        return request;
    }

    Arm before() {
        return before;
    }

    Arm after() {
        return after;
    }

    List<Sampled> sampledBefore(Metric metric) {
        return enough(metric, before, sampledBefore);
    }

    List<Sampled> sampledAfter(Metric metric) {
        return enough(metric, after, sampledAfter);
    }

    /** How much the latency wanders within the tests for no doing of the service. */
    Noise wander(Metric metric) {
        return wander(metric, sampledBefore)
                .inCommonWith(wander(metric, sampledAfter))
                .heldLoosely();
    }

    private static Noise wander(Metric metric, List<Sampled> side) {
        return side.stream().map(test -> test.wander(metric)).reduce(Noise.NONE, Noise::and);
    }

    /** Tests that are too small for the metric each count as one long test together. */
    private List<Sampled> enough(Metric metric, Arm arm, List<Sampled> tests) {
        boolean each = tests.stream().allMatch(it -> it.tally().requests() >= metric.fewestRequests());
        return each || arm.blocks().size() < 2
                ? tests
                : List.of(asOneTest.computeIfAbsent(arm, it -> bootstrap.sample(new Block(it.seconds()))));
    }
}
