package dev.perfloop.profiling;

import java.util.List;

/** What the target's server could tell and does not, found before the load. */
public record ObservabilityOffers(List<Offer> offers) implements ProfilePart {
    public static final ObservabilityOffers NONE = new ObservabilityOffers(List.of());

    /**
     * @param parameter to be set for the whole server, without a restart
     * @param value     to be set
     * @param current   as it is
     * @param shows     what would be seen then
     * @param command   what does it
     * @param mayWe     whether the role we enter the target's database with has the right to
     */
    public record Offer(String parameter, String value, String current, String shows, String command, boolean mayWe) {}
}
