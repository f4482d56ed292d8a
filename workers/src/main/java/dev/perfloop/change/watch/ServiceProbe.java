package dev.perfloop.change.watch;

import dev.perfloop.change.watch.Pulse.How;
import dev.perfloop.load.SingleRequest;
import dev.perfloop.load.SingleRequests.Visit;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends the same few requests again and again, each as a visitor of its own who stays logged in. */
final class ServiceProbe implements Probe {
    private final List<Visitor> visitors;
    private final Duration timeout;

    ServiceProbe(List<Visit> visits, Duration timeout) {
        this.timeout = timeout;
        this.visitors =
                visits.stream().map(visit -> new Visitor(visit, client())).toList();
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager())
                .build();
    }

    @Override
    public List<Pulse> look() throws InterruptedException {
        List<Pulse> pulses = new ArrayList<>();
        for (var visitor : visitors) {
            pulses.add(visitor.ask());
        }
        return pulses;
    }

    @Override
    public void close() {
        visitors.forEach(visitor -> visitor.http.shutdownNow());
    }

    private final class Visitor {
        private final Visit visit;
        private final HttpClient http;
        private boolean loggedIn;

        Visitor(Visit visit, HttpClient http) {
            this.visit = visit;
            this.http = http;
        }

        Pulse ask() throws InterruptedException {
            boolean fresh = !loggedIn;
            logIn();
            var pulse = send(visit.request());
            if (pulse.how() == How.BADLY && visit.login() != null && !fresh) {
                // Its session may have ended.
                loggedIn = false;
                logIn();
                pulse = send(visit.request());
            }
            return pulse;
        }

        private void logIn() throws InterruptedException {
            if (!loggedIn && visit.login() instanceof SingleRequest login) {
                loggedIn = send(login).how() == How.WELL;
            }
        }

        private Pulse send(SingleRequest request) throws InterruptedException {
            var builder = HttpRequest.newBuilder(request.address()).timeout(timeout);
            request.headers().forEach(builder::setHeader);
            builder.method(
                    request.method(),
                    request.body() == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(request.body()));
            long began = System.nanoTime();
            How how = answer(request, builder.build());
            return new Pulse(request.name(), (System.nanoTime() - began) / 1e6, how);
        }

        private How answer(SingleRequest request, HttpRequest sent) throws InterruptedException {
            try {
                int status =
                        http.send(sent, HttpResponse.BodyHandlers.discarding()).statusCode();
                return request.isAnsweredBy(status) ? How.WELL : How.BADLY;
            } catch (ConnectException nobody) {
                return How.NOT_REACHED;
            } catch (IOException broken) {
                return How.BADLY;
            }
        }
    }
}
