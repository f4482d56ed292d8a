package dev.perfloop.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perfloop.load.LoadProperties.Settled;
import dev.perfloop.load.gatling.LaunchSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much load, for how long.
 *
 * @param ratePerSecond arrivals a second; the highest one for stress
 * @param cappedFrom the rate this profile would have had without the target's ceiling; null when it is not reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoadShape(
        LoadProfile profile,
        double ratePerSecond,
        @Nullable Double cappedFrom,
        int warmupSeconds,
        int durationSeconds,
        LaunchSpec.@Nullable Stress stress) {

    /** @param maxRate the target's ceiling, arrivals a second */
    static LoadShape of(LoadProfile profile, double arrivalRate, double maxRate, Settled durations) {
        double wanted = arrivalRate * profile.factor();
        double rate = Math.min(wanted, maxRate);
        int step = seconds(durations.stressStep());
        return new LoadShape(
                profile,
                rate,
                rate < wanted ? wanted : null,
                seconds(durations.warmup()),
                switch (profile) {
                    case BASELINE, PEAK -> seconds(durations.steady());
                    case SOAK -> seconds(durations.soak());
                    case STRESS -> step * durations.stressSteps();
                },
                profile == LoadProfile.STRESS ? new LaunchSpec.Stress(Math.min(arrivalRate, rate), rate, step) : null);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(0, duration.toSeconds()));
    }
}
