package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.local.Stack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits, with a bar, until the demo shop has filled its database. */
final class DemoData {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Stack stack;
    private final Screen screen;
    private final HttpClient http = HttpClient.newHttpClient();

    DemoData(Stack stack, Screen screen) {
        this.stack = stack;
        this.screen = screen;
    }

    void load() throws IOException, InterruptedException {
        var ready = stack.startShop().firstReady();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isFilled() && !ready.isCompletedExceptionally() && System.nanoTime() < end) {
            Thread.sleep(EVERY);
        }
        if (!isFilled()) {
            throw new CliFailure("The demo shop did not come up.", "See .perfloop/logs/shop.log.");
        }
    }

    private boolean isFilled() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(stack.urls().shop().resolve("/admin/data-loading"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            JsonNode loading = new JsonMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            if (!loading.path("done").asBoolean()) {
                screen.progress(
                        "Data of the demo shop",
                        loading.path("percent").asInt(),
                        loading.path("step").asText());
            }
            return loading.path("done").asBoolean();
        } catch (IOException notUpYet) {
            return false; // it opens its port some seconds after its start
        }
    }
}
