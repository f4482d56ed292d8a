package dev.perfloop.web.targets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.contract.Quantities;
import dev.perfloop.web.rows.Allowed.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One objective of a target's file.
 *
 * @param request empty for all requests together
 * @param limit milliseconds, a share of requests for an error rate, or requests a second at least; absent when only the
 *     workers can read it, as it is a reference
 */
public record StatedObjective(
        String request, Metric metric, @Nullable Double limit) {
    private static final double NANOS_A_MILLI = 1e6;

    static List<StatedObjective> of(JsonNode objectives) {
        List<StatedObjective> stated = new ArrayList<>();
        add(stated, "", objectives);
        objectives.path("requests").properties().forEach(request -> add(stated, request.getKey(), request.getValue()));
        return List.copyOf(stated);
    }

    private static void add(List<StatedObjective> stated, String request, JsonNode of) {
        latency(stated, request, Metric.P50_MS, of.path("p50"));
        latency(stated, request, Metric.P95_MS, of.path("p95"));
        latency(stated, request, Metric.P99_MS, of.path("p99"));
        if (of.hasNonNull("errors")) {
            stated.add(new StatedObjective(
                    request,
                    Metric.ERROR_RATE,
                    orNull(Quantities.share(of.path("errors").asText()))));
        }
        if (of.hasNonNull("throughput")) {
            stated.add(new StatedObjective(
                    request,
                    Metric.THROUGHPUT,
                    orNull(Quantities.rate(of.path("throughput").asText()))));
        }
    }

    private static void latency(List<StatedObjective> stated, String request, Metric metric, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            Double nanos = orNull(Quantities.duration(value.asText()));
            stated.add(new StatedObjective(request, metric, nanos == null ? null : nanos / NANOS_A_MILLI));
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
