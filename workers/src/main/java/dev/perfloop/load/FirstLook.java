package dev.perfloop.load;

import dev.perfloop.load.FirstAnswer.Answered;
import dev.perfloop.load.FirstAnswer.Unanswered;
import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.load.SingleRequests.Visit;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes each request of a scenario once, by itself, before hundreds a second of them are sent: a scenario of which nothing
 * works, or that a login page answers, is told to its owner within seconds, with what came back.
 */
@Component
class FirstLook {
    static final String MEND =
            "Mend load.requests in the target's file (path, body, headers, expect), load.login or the"
                    + " service; apply the file and start a new run.";
    /** A feeder's value may be one that the service does not know. */
    private static final int TRIES = 3;
    /** Who takes longer to look at is told by the load itself. */
    private static final Duration BUDGET = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 * 1024;

    /** @throws TargetRefused when no request of the scenario is answered as it expects, or a login page answers for it */
    void demandAnswers(Target target, LaunchSpec spec) throws InterruptedException {
        var maker = new Maker(spec);
        List<FirstAnswer> bad = new ArrayList<>();
        long deadline = System.nanoTime() + BUDGET.toNanos();
        for (LaunchSpec.Request request : spec.requests()) {
            if (System.nanoTime() > deadline) {
                return;
            }
            look(target, spec, maker, request.name()).ifPresent(bad::add);
        }
        if (bad.size() == spec.requests().size()) {
            throw new TargetRefused(
                    (bad.size() == 1
                                    ? "The scenario's only request fails: "
                                    : "All " + bad.size() + " requests of the scenario fail, the first of them so: ")
                            + bad.getFirst().inWords(),
                    MEND);
        }
    }

    /** The last bad answer when all were bad. */
    private Optional<FirstAnswer> look(Target target, LaunchSpec spec, Maker maker, String name)
            throws InterruptedException {
        Optional<FirstAnswer> bad = Optional.empty();
        for (int n = 0; n < TRIES; n++) {
            FirstAnswer answer = answer(maker.visit(name, n), spec.requestTimeoutSeconds());
            if (answer instanceof Answered answered) {
                LoginPages.demandNone(answered, target);
            }
            if (answer.isGood()) {
                return Optional.empty();
            }
            bad = Optional.of(answer);
        }
        return bad;
    }

    private static FirstAnswer answer(Visit visit, double timeoutSeconds) throws InterruptedException {
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
            var answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return new Answered(
                        request,
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.headers().firstValue("Location").orElse(""),
                        new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            return new Unanswered(request, String.valueOf(failure.getMessage()));
        } catch (IllegalArgumentException unfit) {
            // The generator's client may well send it; what it makes of it is told by the load.
            return new Answered(request, request.expect() == null ? 200 : request.expect(), "", "", "");
        }
    }
}
