package dev.perfloop.alert;

import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.Objectives.Objective;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a target's owner promised of what is measured. A service tells of routes (GET /api/products/{id}), objectives are of the
 * scenario's requests; a route that serves several of them is held to the loosest, as it cannot be told whose answer it was.
 */
record Promises(Target target) {
    private static final String IN_BRACES = "\\{[^}]*}";

    Optional<Duration> p95(@Nullable String subject) {
        return loosest(subject, it -> Optional.ofNullable(it.p95()));
    }

    /** Share, 0 to 1. */
    Optional<Double> errors(@Nullable String subject) {
        return loosest(subject, it -> Optional.ofNullable(it.errors()));
    }

    private <T extends Comparable<? super T>> Optional<T> loosest(
            @Nullable String subject, Function<Objective, Optional<T>> value) {
        var overall = value.apply(target.objectives().overall());
        return requestsOf(subject).stream()
                .map(request -> own(request).flatMap(value).or(() -> overall))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .or(() -> overall);
    }

    private Optional<Objective> own(LoadRequest request) {
        return Optional.ofNullable(target.objectives().requests().get(request.name()));
    }

    private List<LoadRequest> requestsOf(@Nullable String subject) {
        return target.load().requests().stream()
                .filter(request -> Objects.equals(subject, request.name())
                        || subject != null && shape(subject).equals(shape(request.method() + " " + request.path())))
                .toList();
    }

    private static String shape(String route) {
        return route.replaceFirst("\\?.*", "").replaceAll(IN_BRACES, "{}");
    }
}
