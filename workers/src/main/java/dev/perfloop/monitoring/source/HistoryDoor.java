package dev.perfloop.monitoring.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The door to a Prometheus server. It is asked for range vectors at instants, which give the samples as they were scraped, with
 * their own times and without staleness markers; {@code query_range} would give the last known value in the place of a missing one.
 */
@Component
class HistoryDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A thousand series scraped every 5 s are 720,000 samples; the server's own limit is 50 million. */
    private static final Duration WINDOW = Duration.ofHours(1);
    /** What is too much for the server in so short a time would be too much in any. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;
    private static final int FIRST_WORDS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * What was scraped after {@code from} and up to {@code until}, by time.
     *
     * @throws SourceSilent when the server does not answer, refuses the query, has only a part of the data, or keeps several
     *     instances of the service under the selector
     */
    TreeMap<Instant, List<Measurement>> scraped(
            MetricsServer server, Collection<String> names, Instant from, Instant until)
            throws SourceSilent, InterruptedException {
        var scrapes = new Scrapes();
        for (Instant at = from; at.isBefore(until); at = at.plus(WINDOW)) {
            Instant end = at.plus(WINDOW);
            read(server, names, at, end.isBefore(until) ? end : until, scrapes);
        }
        return scrapes.ofOneInstance(server);
    }

    /** In halves where it is too much at once: too many samples to load, or too long to evaluate. */
    private void read(MetricsServer server, Collection<String> names, Instant from, Instant until, Scrapes into)
            throws SourceSilent, InterruptedException {
        var answer = ask(server, query(server, names, from, until), until);
        var body = body(answer);
        boolean tooMuch = answer.statusCode() == UNPROCESSABLE
                || answer.statusCode() == UNAVAILABLE
                        && body.path("errorType").asText().equals("timeout");
        var span = Duration.between(from, until);
        if (tooMuch && span.compareTo(SHORTEST) > 0) {
            Instant middle = from.plusSeconds(span.toSeconds() / 2);
            read(server, names, from, middle, into);
            read(server, names, middle, until, into);
            return;
        }
        if (answer.statusCode() != 200 || !body.path("status").asText().equals("success")) {
            throw new SourceSilent("the Prometheus server at " + server.url() + " answers " + answer.statusCode() + ": "
                    + reason(answer, body));
        }
        refusePart(server, body);
        into.add(body.path("data"), from, until);
    }

    private static String query(MetricsServer server, Collection<String> names, Instant from, Instant until) {
        return "{__name__=~\"%s\",%s}[%dms]"
                .formatted(
                        String.join("|", names),
                        server.selector(),
                        Duration.between(from, until).toMillis());
    }

    private HttpResponse<String> ask(MetricsServer server, String query, Instant at)
            throws SourceSilent, InterruptedException {
        var address = URI.create(server.url().toString().replaceFirst("/$", "") + "/api/v1/query?time="
                + "%d.%03d".formatted(at.getEpochSecond(), at.getNano() / 1_000_000) + "&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            return http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new SourceSilent("the Prometheus server at " + server.url() + " does not answer: "
                    + Objects.requireNonNullElse(
                            away.getMessage(), away.getClass().getSimpleName()));
        }
    }

    /** Nothing where it is no JSON, as of a proxy before the server. */
    private JsonNode body(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException text) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(HttpResponse<String> answer, JsonNode body) {
        String text = body.isObject() ? body.path("error").asText() : answer.body();
        String line = text.strip().lines().findFirst().orElse("no reason given");
        return line.substring(0, Math.min(FIRST_WORDS, line.length()));
    }

    /** What begins with PromQL is a remark on the query; all else says that a store did not answer, and its data lacks. */
    private static void refusePart(MetricsServer server, JsonNode body) throws SourceSilent {
        for (var warning : body.path("warnings")) {
            if (!warning.asText().startsWith("PromQL")) {
                throw new SourceSilent(
                        "the Prometheus server at " + server.url() + " has only a part of it: " + warning.asText());
            }
        }
    }
}
