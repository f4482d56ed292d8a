package dev.perfloop.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;

/** The REST API as an approver uses it. */
public record LoopApi(URI base) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("approver:approver".getBytes(StandardCharsets.UTF_8));

    public record Answer(int status, JsonNode body) {}

    public void apply(String target, String yaml) {
        Answer answer = send(request("/api/targets/" + target)
                .header("Content-Type", "text/yaml")
                .PUT(BodyPublishers.ofString(yaml)));
        if (answer.status() >= 300) {
            throw new AssertionError(answer.body());
        }
    }

    public Answer start(String target) {
        return post("/api/runs", "{\"target\": \"" + target + "\", \"intensity\": \"QUICK\"}");
    }

    public Answer approve(String approvalId) {
        return post("/api/approvals/" + approvalId + "/decision", "{\"decision\": \"APPROVE\", \"comment\": \"go\"}");
    }

    public Answer cancel(String run) {
        return post("/api/runs/" + run + "/cancel", "{}");
    }

    public Answer retry(String run) {
        return post("/api/runs/" + run + "/retry", "{}");
    }

    public JsonNode run(String run) {
        return get("/api/runs/" + run);
    }

    public JsonNode ofRun(String run, String what) {
        return get("/api/runs/" + run + "/" + what);
    }

    /** Fails at once when the run has ended, or stands at an incident, without being what is waited for. */
    JsonNode awaitRun(String run, Predicate<JsonNode> wanted) {
        JsonNode reached =
                awaitAny(run, now -> wanted.test(now) || now.hasNonNull("outcome") || now.hasNonNull("incident"));
        if (!wanted.test(reached)) {
            throw new AssertionError("The run does not get there: " + reached);
        }
        return reached;
    }

    JsonNode awaitEnd(String run) {
        return awaitAny(run, now -> now.hasNonNull("outcome"));
    }

    private JsonNode awaitAny(String run, Predicate<JsonNode> wanted) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> run(run), wanted::test);
    }

    /** Waits until a load test of that phase is at work and has measured something. */
    void awaitLoad(String run, String phase) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            for (JsonNode load : ofRun(run, "loads")) {
                if (load.path("phase").asText().equals(phase)
                        && load.path("status").asText().equals("RUNNING")) {
                    return !ofRun(run, "loads/" + load.path("id").asText() + "/windows")
                            .isEmpty();
                }
            }
            return false;
        });
    }

    /** Whether a question that needs the database is answered well. */
    public boolean answers() {
        try {
            return send(request("/api/targets").GET()).status() == 200;
        } catch (AssertionError silent) {
            return false;
        }
    }

    private JsonNode get(String path) {
        Answer answer = send(request(path).GET());
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.body();
    }

    private Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", AUTHORIZATION);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isBlank() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new AssertionError("The API does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
