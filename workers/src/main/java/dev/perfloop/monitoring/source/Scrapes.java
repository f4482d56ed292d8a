package dev.perfloop.monitoring.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.target.MetricsServer;
import dev.perfloop.target.PrometheusText.Measurement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a Prometheus server has of one service, put together again as it was scraped: all samples of a scrape carry its time. Series
 * of native histograms carry no plain values and are passed over.
 */
final class Scrapes {
    private static final String NAME = "__name__";
    /** What the server adds to tell its targets apart is not the service's own word. */
    private static final Set<String> THE_SERVERS = Set.of(NAME, "job", "instance");

    private final TreeMap<Instant, List<Measurement>> byTime = new TreeMap<>();
    private final Map<String, Span> instances = new HashMap<>();

    private record Span(Instant first, Instant last) {
        Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }

        boolean meets(Span other) {
            return !first.isAfter(other.last) && !last.isBefore(other.first);
        }
    }

    /**
     * Before Prometheus 3 both ends of a range belonged to it, so that what is not after the beginning is left out here.
     *
     * @param data as the server writes it
     */
    void add(JsonNode data, Instant after, Instant until) {
        for (var series : data.path("result")) {
            var labels = series.path("metric");
            String name = labels.path(NAME).asText();
            String own = own(labels);
            for (var sample : series.path("values")) {
                Instant at = Instant.ofEpochMilli(Math.round(sample.path(0).asDouble() * 1000));
                if (at.isAfter(after) && !at.isAfter(until)) {
                    byTime.computeIfAbsent(at, scrape -> new ArrayList<>())
                            .add(new Measurement(
                                    name, own, number(sample.path(1).asText())));
                    instances.merge(instance(name, labels), new Span(at, at), Span::with);
                }
            }
        }
    }

    /**
     * Counters of two processes are two rows of numbers that must not be read as one. One after the other is well: a pod that was
     * replaced.
     */
    TreeMap<Instant, List<Measurement>> ofOneInstance(MetricsServer server) throws SourceSilent {
        var all = new ArrayList<>(instances.entrySet());
        for (int one = 0; one < all.size(); one++) {
            for (var other : all.subList(one + 1, all.size())) {
                boolean comparable = isProcess(all.get(one).getKey()) == isProcess(other.getKey());
                if (comparable && all.get(one).getValue().meets(other.getValue())) {
                    throw new SourceSilent("the Prometheus server at " + server.url()
                            + " keeps several instances under the selector " + server.selector() + ": "
                            + all.get(one).getKey() + " and " + other.getKey()
                            + ". Name one in metrics.server.selector, as instance=\"shop:8081\"");
                }
            }
        }
        return byTime;
    }

    /** A process tells when it began once; by the labels of that, copies that differ in other labels are told apart too. */
    private static String instance(String name, JsonNode labels) {
        return name.equals(ServiceTelling.STARTED)
                ? "process " + labels
                : "job " + labels.path("job").asText() + " instance "
                        + labels.path("instance").asText();
    }

    private static boolean isProcess(String instance) {
        return instance.startsWith("process ");
    }

    private static String own(JsonNode labels) {
        List<String> own = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            if (!THE_SERVERS.contains(label.getKey())) {
                own.add(label.getKey() + "=\"" + quoted(label.getValue().asText()) + "\"");
            }
        }
        return String.join(",", own);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static double number(String text) {
        try {
            return switch (text) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
