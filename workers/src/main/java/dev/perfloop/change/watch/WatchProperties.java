package dev.perfloop.change.watch;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service is watched while a change is applied.
 *
 * @param before  looks taken just before the change; the slowest answer to each request is what it is measured by
 * @param pause   between two looks; a quarter of it before the change
 * @param timeout after which a request counts as failed
 * @param factor  so many times the slowest answer of before is too slow. DBtune gives a configuration up at twice the mean; a single
 *                request spreads more than a mean does
 * @param floor   an answer this fast is never too slow: nobody suffers from it
 * @param inARow  so many bad looks in a row stop the change
 */
@Validated
@ConfigurationProperties("perfloop.change.watch")
public record WatchProperties(
        @DefaultValue("5") @Min(1) int before,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("3") @DecimalMin("1") double factor,
        @DefaultValue("100ms") Duration floor,
        @DefaultValue("5") @Min(1) int inARow) {}
