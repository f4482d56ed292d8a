package dev.perfloop.validation;

import dev.perfloop.validation.NoiseFloor.Key;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sees how much tests differ that ought to be alike: those of the same side of a comparison are an A/A comparison by the way. */
final class NoiseObserver {
    private final Bootstrap bootstrap;

    NoiseObserver(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    Map<Key, Noise> observe(Profiles... sides) {
        Map<Key, Noise> observed = new LinkedHashMap<>();
        for (var side : sides) {
            side.arms()
                    .forEach((profile, arms) -> arms.forEach(
                            (request, arm) -> observe(new Key(profile, request, Metric.P50_MS), arm, observed)));
        }
        return observed;
    }

    private void observe(Key any, Arm arm, Map<Key, Noise> observed) {
        if (arm.blocks().size() < 2) {
            return;
        }
        var sampled = bootstrap.sample(arm);
        for (Metric metric : Metric.values()) {
            if (metric.isLatency()
                    && sampled.stream().allMatch(it -> it.tally().requests() >= metric.fewestRequests())) {
                observed.merge(
                        new Key(any.profile(), any.request(), metric), Noise.within(metric, sampled), Noise::and);
            }
        }
    }
}
