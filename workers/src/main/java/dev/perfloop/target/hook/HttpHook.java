package dev.perfloop.target.hook;

import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Hooks.Http;
import dev.perfloop.target.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sends one request to a host that the target's file lists; redirects are not followed, as they may lead elsewhere. */
@Component
class HttpHook {
    private static final int BEGIN_OF_GOOD = 200;
    private static final int END_OF_GOOD = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The body of the answer. */
    String send(Target target, Http hook, Filling filled) {
        String shown = hook.method() + " " + filled.inAddress(hook.url().shown());
        try {
            var answer = http.send(request(target, hook, filled, shown), BodyHandlers.ofString());
            if (answer.statusCode() < BEGIN_OF_GOOD || answer.statusCode() >= END_OF_GOOD) {
                throw new HookFailed(
                        "The hook " + shown + " answered with status " + answer.statusCode() + ".",
                        "Try it by hand, and put the target's hooks right.",
                        true);
            }
            return answer.body();
        } catch (HttpTimeoutException late) {
            throw new HookFailed(
                    "The hook " + shown + " did not answer within "
                            + hook.patience().toSeconds() + " s.",
                    "Look whether it works, or give it more time (timeout).",
                    false);
        } catch (IOException noAnswer) {
            throw new HookFailed(
                    "The hook " + shown + " cannot be reached: "
                            + noAnswer.getClass().getSimpleName() + ".",
                    "Look whether it is up, and reachable from the workers.",
                    false);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the hook " + shown + " was called", stop);
        }
    }

    private static HttpRequest request(Target target, Http hook, Filling filled, String shown) {
        var address = address(target, filled.inAddress(hook.url().sent()), shown);
        var body = hook.body();
        var request = HttpRequest.newBuilder(address)
                .timeout(hook.patience())
                .method(
                        hook.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(filled.in(body.sent())));
        if (body != null && hook.headers().stream().noneMatch(it -> it.name().equalsIgnoreCase("Content-Type"))) {
            request.header("Content-Type", "application/json");
        }
        hook.headers()
                .forEach(header -> request.header(header.name(), header.value().sent()));
        return request.build();
    }

    private static URI address(Target target, String filled, String shown) {
        URI address;
        try {
            address = target.baseUrl().resolve(filled);
        } catch (IllegalArgumentException nonsense) {
            throw new HookFailed("The hook " + shown + " has no address.", "Put its URL right.", true);
        }
        if (!target.allowsHook(address)) {
            throw new HookFailed(
                    "The hook " + shown + " goes to a host that the target's file does not list.",
                    "Add it to hooks.hosts if Perfloop may call it.",
                    true);
        }
        return address;
    }
}
