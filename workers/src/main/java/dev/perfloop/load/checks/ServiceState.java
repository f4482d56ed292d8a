package dev.perfloop.load.checks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a service's Prometheus endpoint how it is. */
@Component
class ServiceState {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Look<ServiceReading> read(@Nullable URI endpoint) {
        if (endpoint == null) {
            return new Look.Blind<>("The target's file names no metrics of the service: give metrics.prometheus.");
        }
        try {
            if (takesNames(endpoint)) {
                var few = ask(endpoint, "?includedNames=" + String.join(",", ServiceReading.NAMES));
                if (few instanceof Look.Seen<ServiceReading> seen && seen.what().saysAnything()) {
                    return few;
                }
            }
            return ask(endpoint, "");
        } catch (IOException noAnswer) {
            return new Look.Blind<>(
                    "The metrics at " + endpoint + " did not answer within " + PATIENCE.toSeconds() + " s.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Look.NotNow<>();
        }
    }

    private Look<ServiceReading> ask(URI endpoint, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(endpoint + query))
                        .timeout(PATIENCE)
                        .header("Accept", "text/plain")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? new Look.Seen<>(ServiceReading.of(answer.body()))
                : new Look.Blind<>("The metrics at " + endpoint + " answer with status " + answer.statusCode()
                        + ": correct metrics.prometheus.");
    }

    /** Spring Boot's endpoint does; writing out the hundreds of others costs the service time. */
    private static boolean takesNames(URI endpoint) {
        String path = endpoint.getPath();
        return path != null && path.endsWith("/prometheus") && endpoint.getQuery() == null;
    }
}
