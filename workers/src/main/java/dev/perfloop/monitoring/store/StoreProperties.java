package dev.perfloop.monitoring.store;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How series are kept.
 *
 * @param keepRaw how long readings are kept as they came
 * @param keepMinutes how long minutes are kept; they are what takes the room
 * @param keepHours how long hours and days are kept
 * @param keepAssessments how long what was thought of a target is kept
 * @param mostSeries of one target
 * @param late how long a reading may be on its way before its minute is rolled up without it
 */
@Validated
@ConfigurationProperties("perfloop.monitoring.store")
public record StoreProperties(
        @DefaultValue("14d") Duration keepRaw,
        @DefaultValue("35d") Duration keepMinutes,
        @DefaultValue("400d") Duration keepHours,
        @DefaultValue("6h") Duration keepAssessments,
        @Positive @DefaultValue("500") int mostSeries,
        @DefaultValue("30s") Duration late) {

    public Duration keep(Resolution resolution) {
        return switch (resolution) {
            case RAW -> keepRaw;
            case MINUTE -> keepMinutes;
            case HOUR, DAY -> keepHours;
        };
    }
}
