package dev.perfloop.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The REST API as the commands use it. */
final class Api {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = new JsonMapper();
    private final URI base;
    private final String authorization;

    /** @param authorization the value of the header that says who asks */
    private Api(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    static Api as(URI base, String user, String password) {
        String both = user + ":" + password;
        return new Api(base, "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    static Api withToken(URI base, String token) {
        return new Api(base, "Bearer " + token);
    }

    JsonNode get(String path) {
        return read(send(request(path).GET().build()));
    }

    /** All of a list that comes in pages. */
    List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        String page = path + (path.contains("?") ? "&" : "?") + "limit=200";
        for (String next = page; !next.isEmpty(); ) {
            JsonNode found = get(next);
            found.path("items").forEach(items::add);
            String cursor = found.path("nextCursor").asText("");
            next = cursor.isEmpty() ? "" : page + "&cursor=" + cursor;
        }
        return items;
    }

    /** What is no JSON but a document. */
    String getText(String path) {
        return send(request(path)
                        .setHeader("Accept", "text/*, application/problem+json")
                        .GET()
                        .build())
                .body();
    }

    JsonNode post(String path, JsonNode body) {
        return read(postForResponse(path, body));
    }

    JsonNode put(String path, JsonNode body) {
        return read(send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    JsonNode delete(String path) {
        return read(send(request(path).DELETE().build()));
    }

    /** A file of whatever kind, as it is. */
    String file(String path) {
        return send(request(path).setHeader("Accept", "*/*").GET().build()).body();
    }

    /** The same where it is no text. */
    byte[] bytes(String path) {
        var response = answered(request(path).setHeader("Accept", "*/*").GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw Problem.of(response.statusCode(), parsed(new String(response.body(), StandardCharsets.UTF_8)));
        }
        return response.body();
    }

    HttpResponse<String> postForResponse(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    HttpResponse<String> putYaml(String path, String yaml) {
        return send(request(path)
                .header("Content-Type", "text/yaml")
                .PUT(BodyPublishers.ofString(yaml))
                .build());
    }

    JsonNode postYaml(String path, String yaml) {
        return read(send(request(path)
                .header("Content-Type", "text/yaml")
                .POST(BodyPublishers.ofString(yaml))
                .build()));
    }

    JsonNode read(HttpResponse<String> response) {
        return parsed(response.body());
    }

    private JsonNode parsed(String body) {
        try {
            return body.isBlank() ? json.nullNode() : json.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new CliFailure(
                    "The server at " + base + " does not answer in JSON.", "Is it Perfloop? Name it with --server.");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        var response = answered(request, BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw Problem.of(response.statusCode(), read(response));
        }
        return response;
    }

    private <T> HttpResponse<T> answered(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException unreachable) {
            throw new CliFailure("No Perfloop answers at " + base + ".", "Start it with: ./perfloop up");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CliFailure("Interrupted.", "The run itself goes on; see ./perfloop run list.");
        }
    }
}
