package dev.perfloop.validation;

import dev.perfloop.run.Intensity;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The knobs of the verdict.
 *
 * @param quickTolerancePct what a quick run tolerates: it has too few requests to see less
 * @param tolerancePct   a latency that grew by no more than this is not called worse
 * @param toleranceMs    nor is that of a single request which grew by no more than this, in milliseconds
 * @param relevantGainPct a fall below this is no improvement worth keeping a change for
 * @param fewestSeconds  steady seconds an arm needs
 * @param leastContributionPct a change without which no latency rises by more than this adds nothing
 * @param standardToldApart how many changes of a standard run are measured without, each; a quick run has no time for it
 * @param thoroughToldApart how many of a thorough run
 * @param mostRounds     how often the effect is measured before a person decides, where the target does not say it; a night's 128 tell 5 % on a restless machine
 */
@Validated
@ConfigurationProperties("perfloop.validation")
record ValidationProperties(
        @Positive @DefaultValue("10") double quickTolerancePct,
        @Positive @DefaultValue("5") double tolerancePct,
        @Positive @DefaultValue("5") double toleranceMs,
        @Positive @DefaultValue("5") double relevantGainPct,
        @Positive @DefaultValue("20") int fewestSeconds,
        @Positive @DefaultValue("10") double leastContributionPct,
        @PositiveOrZero @DefaultValue("3") int standardToldApart,
        @PositiveOrZero @DefaultValue("10") int thoroughToldApart,
        @Positive @DefaultValue("3") int mostRounds) {

    int mostToldApart(Intensity intensity) {
        return switch (intensity) {
            case QUICK -> 0;
            case STANDARD -> standardToldApart;
            case THOROUGH -> thoroughToldApart;
        };
    }

    /** For what a single change contributes. */
    Limits contribution() {
        return new Limits(leastContributionPct, toleranceMs, relevantGainPct, fewestSeconds);
    }

    Limits limits(Intensity intensity) {
        double tolerated = intensity == Intensity.QUICK ? quickTolerancePct : tolerancePct;
        return new Limits(tolerated, toleranceMs, relevantGainPct, fewestSeconds);
    }
}
