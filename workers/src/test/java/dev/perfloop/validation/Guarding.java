package dev.perfloop.validation;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The words of the tests about guards. */
final class Guarding {
    static final double RATE = 25;

    private Guarding() {}

    static Ceiling guard(Metric metric, double value) {
        return new Ceiling(Profiles.BASELINE, Profiles.ALL, metric, value, RATE);
    }

    static GuardJudge judge() {
        return new GuardJudge(new Bounds(new SplittableRandom(1), NoiseFloor.UNMEASURED), Measured.LIMITS);
    }

    static GuardSetting setting() {
        return new GuardSetting(new Bounds(new SplittableRandom(2), NoiseFloor.UNMEASURED), Measured.LIMITS);
    }

    static GateVerdict judged(List<Ceiling> guards, Profiles now) {
        return judge().judge(guards, now, Map.of(Profiles.BASELINE, RATE));
    }
}
