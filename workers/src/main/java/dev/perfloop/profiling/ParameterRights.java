package dev.perfloop.profiling;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the role we enter the target's database with may set the parameters that Perfloop would set itself. */
public record ParameterRights(List<Parameter> parameters) implements ProfilePart {
    public static final ParameterRights NONE = new ParameterRights(List.of());

    /** Where a parameter can be set so that it holds for the service and outranks nothing else. */
    public enum Reach {
        /** For the new sessions of the target's database. */
        DATABASE,
        /** For all sessions of the server, at once. */
        SYSTEM
    }

    /** @param reach null when a person has to set it; then {@code why} says why */
    public record Parameter(String name, @Nullable Reach reach, String why) {}

    /** Empty for one that Perfloop leaves to people, or that this server does not know. */
    public Optional<Parameter> of(String name) {
        return parameters.stream()
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
