package dev.perfloop.report;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What targets cost whose files do not say it; null for what is not known.
 *
 * @param instanceHour   price of an instance of the service for an hour
 * @param storageGbMonth price of 10^9 bytes of disk for a month
 * @param engineerHour   price of an hour of work
 * @param engineerHours  work that one run takes
 */
@ConfigurationProperties("perfloop.costs")
record CostProperties(
        @DefaultValue("EUR") String currency,
        @Nullable Double instanceHour,
        @Nullable Double storageGbMonth,
        @Nullable Double engineerHour,
        @Nullable Double engineerHours) {}
