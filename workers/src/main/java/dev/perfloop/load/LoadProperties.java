package dev.perfloop.load;

import dev.perfloop.contract.LoadDurations;
import dev.perfloop.run.Intensity;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How load is driven.
 *
 * @param launcherClasspath jars of module load-tests, as for {@code java -cp}
 * @param reportsDir where Gatling's reports are kept, one folder a load test
 * @param quick durations of QUICK runs; what is not given keeps its default, also in the next two
 * @param requestTimeout a request that takes longer is an error
 * @param limits what a test must keep to be judged
 * @param abort when a test is ended for the target's sake
 * @param mostFeederValues values taken from an SQL or CSV feeder
 * @param atOnce loads that this process drives at the same time; more than one disturb each other
 * @param recovery how long a service that failed under load may take to answer again before the run goes on
 * @param meeting how long injectors that drive a load together wait until all are there
 */
@Validated
@ConfigurationProperties("perfloop.load")
record LoadProperties(
        @NotBlank @DefaultValue("load-tests/target/dist/*") String launcherClasspath,
        @DefaultValue(".perfloop/reports") Path reportsDir,
        @DefaultValue Durations quick,
        @DefaultValue Durations standard,
        @DefaultValue Durations thorough,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue Limits limits,
        @DefaultValue Abort abort,
        @Positive @DefaultValue("10000") int mostFeederValues,
        @Positive @DefaultValue("1") int atOnce,
        @DefaultValue("2m") Duration recovery,
        @DefaultValue("30s") Duration meeting) {

    /**
     * @param warmup driven ahead of each profile and not measured
     * @param steady measured part of baseline and peak
     * @param soak measured part of soak
     * @param stressStep one step of stress
     * @param stressSteps steps up to the highest rate
     */
    record Durations(
            @Nullable Duration warmup,
            @Nullable Duration steady,
            @Nullable Duration soak,
            @Nullable Duration stressStep,
            @Nullable Integer stressSteps) {}

    /**
     * @param rateDeviation share by which the rate driven may differ from the rate asked for
     * @param generatorCpu share of the machine the generator may use
     * @param lateness how late the generator may start its arrivals, 99th percentile; more beside a service whose median
     *     request takes over twenty times as long
     * @param stolenCpu share of the machine's CPU time that its hypervisor may give to others; as much as a verdict tolerates
     * @param fewestRequests responses the steady part needs
     * @param fewestSeconds seconds the steady part needs
     */
    record Limits(
            @Positive @DefaultValue("0.05") double rateDeviation,
            @Positive @DecimalMax("1") @DefaultValue("0.8") double generatorCpu,
            @DefaultValue("250ms") Duration lateness,

            @PositiveOrZero @DecimalMax("1") @DefaultValue("0.05")
            double stolenCpu,

            @Positive @DefaultValue("100") int fewestRequests,
            @Positive @DefaultValue("10") int fewestSeconds) {}

    /** More than this share of errors for so long ends the test. */
    record Abort(
            @Positive @DecimalMax("1") @DefaultValue("0.8") double maxErrorRate,
            @DefaultValue("10s") Duration after) {}

    /** Below this a test has too few seconds to be judged. */
    private static final Duration FEWEST_STEADY = Duration.ofSeconds(30);

    /** Durations with nothing left open. */
    record Settled(Duration warmup, Duration steady, Duration soak, Duration stressStep, int stressSteps) {
        Settled with(Durations wanted) {
            return new Settled(
                    or(wanted.warmup(), warmup),
                    or(wanted.steady(), steady),
                    or(wanted.soak(), soak),
                    or(wanted.stressStep(), stressStep),
                    wanted.stressSteps() == null ? stressSteps : wanted.stressSteps());
        }

        /** What one change contributes is a coarser question than what all achieve, and is asked once for each. */
        Settled of(LoadPhase phase) {
            return phase == LoadPhase.WITHOUT
                    ? new Settled(warmup, max(steady.dividedBy(3), FEWEST_STEADY), soak, stressStep, stressSteps)
                    : this;
        }

        private static Duration max(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static Duration or(@Nullable Duration wanted, Duration fallback) {
            return wanted == null ? fallback : wanted;
        }
    }

    Settled durations(Intensity intensity) {
        return switch (intensity) {
            case QUICK -> settled(LoadDurations.QUICK).with(quick);
            case STANDARD -> settled(LoadDurations.STANDARD).with(standard);
            case THOROUGH -> settled(LoadDurations.THOROUGH).with(thorough);
        };
    }

    private static Settled settled(LoadDurations usual) {
        return new Settled(
                Duration.ofSeconds(usual.warmup()),
                Duration.ofSeconds(usual.steady()),
                Duration.ofSeconds(usual.soak()),
                Duration.ofSeconds(usual.stressStep()),
                usual.stressSteps());
    }
}
