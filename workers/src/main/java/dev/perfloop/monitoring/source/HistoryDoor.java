package dev.perfloop.monitoring.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.target.MetricsServer;
import dev.perfloop.target.PrometheusText.Measurement;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The door to a Prometheus server. It is asked for a range vector at an instant, which gives the samples as they were scraped,
 * with their own times; {@code query_range} would give the last known value in the place of a missing one.
 */
@Component
class HistoryDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * What was scraped after {@code from} and up to {@code until}, by time.
     *
     * @throws SourceSilent when the server does not answer or refuses the query
     */
    TreeMap<Instant, List<Measurement>> scraped(
            MetricsServer server, Collection<String> names, Instant from, Instant until)
            throws SourceSilent, InterruptedException {
        String query = "{__name__=~\"%s\",%s}[%dms]"
                .formatted(
                        String.join("|", names),
                        server.selector(),
                        Duration.between(from, until).toMillis());
        var address = URI.create(server.url().toString().replaceFirst("/$", "") + "/api/v1/query?time="
                + until.toEpochMilli() / 1000.0 + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            var read = json.readTree(answer.body());
            if (answer.statusCode() != 200 || !read.path("status").asText().equals("success")) {
                throw new SourceSilent("the Prometheus server at " + server.url() + " answers " + answer.statusCode()
                        + ": " + read.path("error").asText("no reason given"));
            }
            return byTime(read.path("data").path("result"));
        } catch (IOException away) {
            throw new SourceSilent(
                    "the Prometheus server at " + server.url() + " does not answer: " + away.getMessage());
        }
    }

    private static TreeMap<Instant, List<Measurement>> byTime(JsonNode series) {
        TreeMap<Instant, List<Measurement>> byTime = new TreeMap<>();
        for (var one : series) {
            List<String> labels = new ArrayList<>();
            for (Map.Entry<String, JsonNode> label : one.path("metric").properties()) {
                // What the server adds to tell its targets apart is not the service's own word.
                if (!List.of("__name__", "job", "instance").contains(label.getKey())) {
                    labels.add(label.getKey() + "=\"" + quoted(label.getValue().asText()) + "\"");
                }
            }
            String name = one.path("metric").path("__name__").asText();
            for (var value : one.path("values")) {
                byTime.computeIfAbsent(
                                Instant.ofEpochMilli(Math.round(value.path(0).asDouble() * 1000)),
                                at -> new ArrayList<>())
                        .add(new Measurement(
                                name,
                                String.join(",", labels),
                                number(value.path(1).asText())));
            }
        }
        return byTime;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
