package dev.perfloop.validation;

import dev.perfloop.run.Intensity;
import jakarta.validation.constraints.Positive;
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
 * @param mostRounds     how often the effect is measured before a person decides
 */
@Validated
@ConfigurationProperties("perfloop.validation")
record ValidationProperties(
        @Positive @DefaultValue("10") double quickTolerancePct,
        @Positive @DefaultValue("5") double tolerancePct,
        @Positive @DefaultValue("5") double toleranceMs,
        @Positive @DefaultValue("5") double relevantGainPct,
        @Positive @DefaultValue("20") int fewestSeconds,
        @Positive @DefaultValue("3") int mostRounds) {

    Limits limits(Intensity intensity) {
        double tolerated = intensity == Intensity.QUICK ? quickTolerancePct : tolerancePct;
        return new Limits(tolerated, toleranceMs, relevantGainPct, fewestSeconds);
    }
}
