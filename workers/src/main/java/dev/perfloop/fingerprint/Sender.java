package dev.perfloop.fingerprint;

import dev.perfloop.load.SingleRequest;
import dev.perfloop.load.SingleRequests.Visit;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sends one request and waits for its whole answer. Redirects are not followed, as the load does not either. */
@Component
class Sender {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    sealed interface Answer {
        /** @param bytes of the body, not compressed */
        record Good(double ms, long bytes) implements Answer {}

        /** @param why completes "the request ..." */
        record Bad(String why) implements Answer {}
    }

    /** A visitor of its own, its cookies kept from login to request. */
    final class Session implements AutoCloseable {
        private final HttpClient http;
        private final Visit visit;
        private final Duration patience;

        private Session(HttpClient http, Visit visit, Duration patience) {
            this.http = http;
            this.visit = visit;
            this.patience = patience;
        }

        /** True when there was nothing to log in to, or it went well. */
        Answer login() throws InterruptedException {
            return visit.login() == null ? new Answer.Good(0, 0) : send(visit.login());
        }

        Answer request() throws InterruptedException {
            return send(visit.request());
        }

        private Answer send(SingleRequest request) throws InterruptedException {
            try {
                var builder = HttpRequest.newBuilder(request.address()).timeout(patience);
                request.headers().forEach(builder::setHeader);
                builder.method(
                        request.method(),
                        request.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.body()));
                long began = System.nanoTime();
                var answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
                double ms = (System.nanoTime() - began) / 1e6;
                return request.isAnsweredBy(answer.statusCode())
                        ? new Answer.Good(ms, answer.body().length)
                        : new Answer.Bad("is answered with status " + answer.statusCode());
            } catch (HttpTimeoutException late) {
                return new Answer.Bad(
                        String.format(Locale.ROOT, "is not answered within %.3g s", patience.toMillis() / 1000.0));
            } catch (IOException failure) {
                return new Answer.Bad("fails: " + failure.getMessage());
            } catch (IllegalArgumentException unfit) {
                return new Answer.Bad("cannot be sent by this client: " + unfit.getMessage());
            }
        }

        @Override
        public void close() {
            http.close();
        }
    }

    Session open(Visit visit, Duration patience) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager())
                .build();
        return new Session(http, visit, patience);
    }
}
