package dev.perfloop.web.guards;

import dev.perfloop.web.guards.GuardsView.GuardView;
import java.util.Locale;
import java.util.Optional;

/**
 * PromQL over what Micrometer exposes for a Spring Boot service, {@code http_server_requests_seconds}. The 95th percentile
 * is computed from the histogram's buckets; a service that publishes finished percentiles instead is read where it has no
 * buckets.
 */
final class Queries {
    private static final String METRIC = "http_server_requests_seconds";
    /** The last minutes: as many as a QUICK run has requests for at a tenth of its rate. */
    private static final String WINDOW = "[5m]";
    /** A guard speaks of traffic up to the rate it was measured at, give or take what a generator may be off. */
    private static final double SAME_RATE = 1.05;
    /** Health checks and scrapes are no users' requests. */
    private static final String NOT_OURS = "uri!~\"/actuator.*\"";

    private final Routes routes;
    private final String selector;

    /** @param selector label matchers of the service, as {@code job="shop"}; empty for none */
    Queries(Routes routes, String selector) {
        this.routes = routes;
        this.selector = selector;
    }

    /** The guarded value in the unit of the metric: seconds, or a share of requests. Empty when nobody knows the path. */
    Optional<String> value(GuardView guard) {
        return labels(guard.request())
                .map(labels -> guard.metric().equals(GuardWords.ERROR_RATE) ? errorRate(labels) : p95(labels));
    }

    /** The ceiling in the same unit. */
    static double ceiling(GuardView guard) {
        return guard.metric().equals(GuardWords.ERROR_RATE) ? guard.ceiling() : guard.ceiling() / 1000;
    }

    /** True in Prometheus when the guard is broken under traffic that it speaks of. */
    Optional<String> broken(GuardView guard) {
        return value(guard).map(value -> {
            String above = String.format(Locale.ROOT, "(%s) > %.6g", value, ceiling(guard));
            Double rate = guard.rate();
            return rate == null
                    ? above
                    : above
                            + String.format(
                                    Locale.ROOT,
                                    " and on() (sum(rate(%s_count{%s}%s)) <= %.6g)",
                                    METRIC,
                                    with(NOT_OURS),
                                    WINDOW,
                                    SAME_RATE * rate);
        });
    }

    /** True in Prometheus when there is nothing to judge: silence is no pass. */
    String missing() {
        return "absent(" + METRIC + "_count{" + with(NOT_OURS) + "})";
    }

    private Optional<String> labels(String request) {
        if (request.isEmpty()) {
            return Optional.of(with(NOT_OURS));
        }
        return routes.route(request)
                .map(route -> with("method=\"" + route.method() + "\",uri=~\"" + escaped(route.uri()) + "\""));
    }

    private String p95(String labels) {
        return "histogram_quantile(0.95, sum by (le) (rate(" + METRIC + "_bucket{" + labels + "}" + WINDOW + ")))"
                + " or max(" + METRIC + "{quantile=\"0.95\"," + labels + "})";
    }

    private static String errorRate(String labels) {
        return "(sum(rate(" + METRIC + "_count{outcome=\"SERVER_ERROR\"," + labels + "}" + WINDOW + ")) or vector(0))"
                + " / sum(rate(" + METRIC + "_count{" + labels + "}" + WINDOW + "))";
    }

    private String with(String matchers) {
        return selector.isEmpty() ? matchers : selector + "," + matchers;
    }

    /** Inside a double-quoted PromQL string. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
