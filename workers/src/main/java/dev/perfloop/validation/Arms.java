package dev.perfloop.validation;

import java.util.List;

/** Both sides of one request under one profile. */
final class Arms {
    private final String profile;
    private final String request;
    private final SampledArm before;
    private final SampledArm after;

    Arms(String profile, String request, Arm before, Arm after, Bootstrap bootstrap) {
        this.profile = profile;
        this.request = request;
        this.before = new SampledArm(before, bootstrap);
        this.after = new SampledArm(after, bootstrap);
    }

    String profile() {
        return profile;
    }

    String request() {
        return request;
    }

    Arm before() {
        return before.arm();
    }

    Arm after() {
        return after.arm();
    }

    List<Sampled> sampledBefore(Metric metric) {
        return before.tests(metric);
    }

    List<Sampled> sampledAfter(Metric metric) {
        return after.tests(metric);
    }

    /** How much the latency wanders within the tests for no doing of the service. */
    Noise wander(Metric metric) {
        return before.wander(metric).inCommonWith(after.wander(metric)).heldLoosely();
    }
}
