package dev.perfloop.change;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes are applied.
 *
 * @param poll         how often the progress of a running statement is looked up
 * @param lockAttempts how many times a change may fail to get its lock before it counts as failed
 * @param lockBackoff  the pause after the first such failure; the next ones are two, three ... times as long
 * @param sessionRenewal how long to wait until the sessions that began before a setting have gone: enough for somebody to restart
 *                     the service. HikariCP renews a connection after half an hour unless told otherwise
 * @param cheapToTakeOut a change that took no longer than this to apply is taken out and put back for a measurement
 */
@Validated
@ConfigurationProperties("perfloop.change")
record ChangeProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5") @Min(1) int lockAttempts,
        @DefaultValue("3s") Duration lockBackoff,
        @DefaultValue("5m") Duration sessionRenewal,
        @DefaultValue("1m") Duration cheapToTakeOut) {}
