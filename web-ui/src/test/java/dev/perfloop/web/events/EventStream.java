package dev.perfloop.web.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A browser's EventSource, as far as the tests need one. */
final class EventStream implements AutoCloseable {
    private final HttpClient client;
    private final InputStream body;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();

    record Line(String id, String name, String data) {}

    private EventStream(HttpClient client, InputStream body) {
        this.client = client;
        this.body = body;
    }

    static EventStream open(String url, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String basic = Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Basic " + basic);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        EventStream stream = new EventStream(client, response.body());
        BufferedReader reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        // The first comment comes once the server listens for this stream.
        Objects.requireNonNull(reader.readLine());
        Thread.ofVirtual().start(() -> stream.read(reader));
        return stream;
    }

    Line next() throws InterruptedException {
        return Objects.requireNonNull(lines.poll(10, TimeUnit.SECONDS), "no event within 10 s");
    }

    String nextComment() throws InterruptedException {
        return Objects.requireNonNull(comments.poll(10, TimeUnit.SECONDS), "no comment within 10 s");
    }

    List<Line> next(int count) throws InterruptedException {
        List<Line> found = new ArrayList<>();
        while (found.size() < count) {
            found.add(next());
        }
        return found;
    }

    private void read(BufferedReader reader) {
        String id = "";
        String name = "";
        String data = "";
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    lines.add(new Line(id, name, data));
                    data = "";
                }
            }
        } catch (IOException closed) {
            // the test has seen enough
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
        client.shutdownNow();
        try {
            client.awaitTermination(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
