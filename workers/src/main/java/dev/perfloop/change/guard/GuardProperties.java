package dev.perfloop.change.guard;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the guards look before a change is begun, and how long they hold it back.
 *
 * @param looks           at the CPU, of which the mean counts
 * @param pause           between two of them
 * @param longTransaction age from which a transaction is waited for before an index is begun: longer than all attempts to get a
 *                        lock take together, so that a shorter one does no harm
 * @param backoff         until the guards are asked again after the first time; then twice, three times as long
 * @param longestBackoff  between two askings
 * @param patience        how long a change is held back in all before the plan is given up
 */
@Validated
@ConfigurationProperties("perfloop.change.guard")
public record GuardProperties(
        @DefaultValue("5") @Min(1) int looks,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("1m") Duration longTransaction,
        @DefaultValue("10s") Duration backoff,
        @DefaultValue("1m") Duration longestBackoff,
        @DefaultValue("10m") Duration patience) {}
