package dev.perfloop.profiling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the target's server could tell and does not, found before the load. */
public record ObservabilityOffers(List<Offer> offers, List<Extension> extensions) implements ProfilePart {
    public static final ObservabilityOffers NONE = new ObservabilityOffers(List.of());

    public ObservabilityOffers {
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
    }

    public ObservabilityOffers(List<Offer> offers) {
        this(offers, List.of());
    }

    /**
     * @param parameter to be set for the whole server, without a restart
     * @param value     to be set
     * @param current   as it is
     * @param shows     what would be seen then
     * @param command   what does it
     * @param mayWe     whether the role we enter the target's database with has the right to
     */
    public record Offer(String parameter, String value, String current, String shows, String command, boolean mayWe) {}

    /**
     * An extension that is on the server's disk and not in the target's database.
     *
     * @param why why our role may not create it; null where it may
     */
    public record Extension(
            String name, String shows, @Nullable String why) {}
}
