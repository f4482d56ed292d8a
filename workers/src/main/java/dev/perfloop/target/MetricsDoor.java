package dev.perfloop.target;

import dev.perfloop.target.PrometheusText.Measurement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The door to a service's metrics in the Prometheus text format. */
@Component
public class MetricsDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * What the endpoint tells, at least of these names; empty when it does not answer with metrics in time.
     *
     * @param names of metrics or of the families they belong to
     */
    public Optional<List<Measurement>> read(URI endpoint, Set<String> names) {
        try {
            if (takesNames(endpoint)) {
                var few = ask(URI.create(endpoint + "?includedNames=" + String.join(",", names)));
                if (few.isPresent() && !few.get().isEmpty()) {
                    return few;
                }
            }
            return ask(endpoint);
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Spring Boot's endpoint does; writing out the hundreds of others costs the service time. */
    private static boolean takesNames(URI endpoint) {
        String path = endpoint.getPath();
        return path != null && path.endsWith("/prometheus") && endpoint.getQuery() == null;
    }

    private Optional<List<Measurement>> ask(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/plain")
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? Optional.of(PrometheusText.parse(answer.body())) : Optional.empty();
    }

    /** True when something answers HTTP there, whatever it says. */
    public boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE.multipliedBy(2))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
