package dev.perfloop.monitoring;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How targets are watched.
 *
 * @param collect whether this process collects; another may do it for it
 * @param atOnce targets that are asked at the same time
 * @param patience how long a source may take
 * @param delayed how old readings may be that stand in for those that did not come
 * @param zone of the people who use the services: their weeks make what is usual
 */
@Validated
@ConfigurationProperties("perfloop.monitoring")
record MonitoringProperties(
        @DefaultValue("true") boolean collect,
        @Positive @DefaultValue("16") int atOnce,
        @DefaultValue("15s") Duration patience,
        @DefaultValue("15m") Duration delayed,
        @DefaultValue("UTC") ZoneId zone) {}
