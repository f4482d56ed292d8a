package dev.perfloop.load;

import dev.perfloop.load.FirstAnswer.Answered;
import dev.perfloop.load.FirstAnswer.Unanswered;
import dev.perfloop.load.SingleRequests.Visit;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends a visit's request by itself, its login first. Redirects are not followed, as the load does not either. */
final class SingleSending {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 * 1024;

    private SingleSending() {}

    static FirstAnswer answer(Visit visit, double timeoutSeconds) throws InterruptedException {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager())
                .build()) {
            var patience = Duration.ofMillis(Math.round(timeoutSeconds * 1000));
            SingleRequest login = visit.login();
            if (login != null) {
                FirstAnswer loggedIn = send(http, login, patience);
                if (!loggedIn.isGood()) {
                    return loggedIn;
                }
            }
            return send(http, visit.request(), patience);
        }
    }

    private static FirstAnswer send(HttpClient http, SingleRequest request, Duration patience)
            throws InterruptedException {
        try {
            var builder = HttpRequest.newBuilder(request.address()).timeout(patience);
            request.headers().forEach(builder::setHeader);
            builder.method(
                    request.method(),
                    request.body() == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(request.body()));
            long began = System.nanoTime();
            var answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                byte[] start = body.readNBytes(MOST_BYTES);
                return new Answered(
                        request,
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.headers().firstValue("Location").orElse(""),
                        new String(start, StandardCharsets.UTF_8),
                        Math.max(
                                start.length,
                                answer.headers()
                                        .firstValueAsLong("Content-Length")
                                        .orElse(0)),
                        (System.nanoTime() - began) / 1e6);
            }
        } catch (IOException failure) {
            return new Unanswered(request, String.valueOf(failure.getMessage()));
        } catch (IllegalArgumentException unfit) {
            // The generator's client may well send it; what it makes of it is told by the load.
            return new Answered(request, request.expect() == null ? 200 : request.expect(), "", "", "", 0, 0);
        }
    }
}
