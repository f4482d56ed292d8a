package dev.perfloop.target;

import org.jspecify.annotations.Nullable;

/**
 * What a target costs, in one currency; null for what its owner did not say.
 *
 * @param currency       as it is shown, for example EUR
 * @param instances      how many instances of the service answer the load
 * @param instanceHour   price of one of them for an hour
 * @param storageGbMonth price of 10^9 bytes of the database's disk for a month
 * @param engineerHour   price of an hour of work
 * @param engineerHours  work that one run takes: to read its plan, to decide, to look at its result
 */
public record Costs(
        @Nullable String currency,
        @Nullable Double instances,
        @Nullable Double instanceHour,
        @Nullable Double storageGbMonth,
        @Nullable Double engineerHour,
        @Nullable Double engineerHours) {
    public static final Costs UNKNOWN = new Costs(null, null, null, null, null, null);
}
