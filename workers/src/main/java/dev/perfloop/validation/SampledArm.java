package dev.perfloop.validation;

import java.util.List;

/** One side of one request under one profile, each of its tests sampled once. */
final class SampledArm {
    private final Arm arm;
    private final List<Sampled> tests;
    private final Bootstrap bootstrap;
    private List<Sampled> asOneTest = List.of();

    SampledArm(Arm arm, Bootstrap bootstrap) {
        this.arm = arm;
        this.tests = bootstrap.sample(arm);
        this.bootstrap = bootstrap;
    }

    Arm arm() {
        return arm;
    }

    /** Tests that are too small for the metric each count as one long test together. */
    List<Sampled> tests(Metric metric) {
        boolean each = tests.stream().allMatch(it -> it.tally().requests() >= metric.fewestRequests());
        return each || tests.size() < 2 ? tests : asOneTest();
    }

    private List<Sampled> asOneTest() {
        if (asOneTest.isEmpty()) {
            asOneTest = List.of(bootstrap.sample(new Block(arm.seconds())));
        }
        return asOneTest;
    }

    /** How much the latency wanders within the tests. */
    Noise wander(Metric metric) {
        return tests.stream().map(test -> test.wander(metric)).reduce(Noise.NONE, Noise::and);
    }
}
