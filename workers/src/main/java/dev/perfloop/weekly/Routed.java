package dev.perfloop.weekly;

import dev.perfloop.target.LoadRequest;
import dev.perfloop.weekly.lasting.Now;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what monitoring knows of the requests of a scenario, which a service tells by its routes. */
final class Routed {
    private static final String P95 = "request_p95_ms";

    private final List<Told> series;
    private final Span span;

    Routed(List<Told> series, Span span) {
        this.series = series;
        this.span = span;
    }

    /** Of the slowest of them; of all requests where none is named. */
    Now of(List<LoadRequest> requests) {
        Double rate = orNull(series.stream()
                .filter(told -> told.metric().equals("requests_per_second")
                        && told.subject().isEmpty())
                .findFirst()
                .flatMap(
                        told -> Stream.of(told.mean(span.since(), span.until())).findFirst())
                .orElse(OptionalDouble.empty()));
        var slowest = series.stream()
                .filter(told -> told.metric().equals(P95))
                .filter(told -> requests.isEmpty()
                        ? told.subject().isEmpty()
                        : requests.stream().anyMatch(request -> serves(told.subject(), request)))
                .map(told -> told.mean(span.since(), span.until()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return new Now(orNull(slowest), rate, slowest.isPresent() ? "" : lacks());
    }

    private String lacks() {
        boolean told = series.stream()
                .anyMatch(it -> it.metric().equals(P95) && !it.buckets().isEmpty());
        return told
                ? "none of the service's routes was called and matches them."
                : "the service tells no percentiles: publish histograms"
                        + " (management.metrics.distribution.percentiles-histogram.http.server.requests=true) and name metrics.prometheus.";
    }

    /** @param route such as {@code GET /api/orders/{id}} */
    static boolean serves(String route, LoadRequest request) {
        int space = route.indexOf(' ');
        if (space < 0 || !route.substring(0, space).equalsIgnoreCase(request.method())) {
            return false;
        }
        String[] parts = parts(route.substring(space + 1));
        String[] asked = parts(request.path().replaceFirst("[?#].*", "").replaceFirst("^https?://[^/]*", ""));
        if (parts.length != asked.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].contains("{") && !Objects.equals(parts[i], asked[i])) {
                return false;
            }
        }
        return true;
    }

    private static String[] parts(String path) {
        return path.replaceFirst("/$", "").split("/", -1);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
