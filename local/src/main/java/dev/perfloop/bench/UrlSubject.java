package dev.perfloop.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A GET of a URL over a kept connection, its body read to the end. */
final class UrlSubject implements Subject {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final HttpRequest request;

    UrlSubject(URI url) {
        this.request = HttpRequest.newBuilder(url).timeout(LONGEST).build();
    }

    @Override
    public void call() throws SubjectFailed, InterruptedException {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            // A redirect is no answer either: it may lead to a login page.
            if (status / 100 != 2) {
                throw new SubjectFailed(request.uri() + " answers with status " + status + ".");
            }
        } catch (IOException unreachable) {
            throw new SubjectFailed(request.uri() + " does not answer: " + unreachable + ".");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
