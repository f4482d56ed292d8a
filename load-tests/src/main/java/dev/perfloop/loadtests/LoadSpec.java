package dev.perfloop.loadtests;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to drive, as read from {@code spec.json}.
 *
 * @param baseUrl scheme, host and port in front of every path
 * @param profile BASELINE, PEAK, STRESS or SOAK; only STRESS changes the shape of the load
 * @param ratePerSecond arrivals a second, constant; a stress profile takes its rates from {@code stress}
 * @param seed same seed, same sequence of requests and values, so that two runs can be compared pair by pair
 * @param requestTimeoutSeconds after this a request counts as an error with the latency waited so far
 * @param startAt epoch milliseconds before which no visit arrives, so that several generators begin together; null for at once
 * @param thinkTime seconds between login and request; without a login it has no effect on an open model and is left out
 */
record LoadSpec(
        String baseUrl,
        String profile,
        double ratePerSecond,
        int warmupSeconds,
        int durationSeconds,
        @Nullable Stress stress,
        List<Request> requests,
        @Nullable Map<String, Feeder> feeders,
        @Nullable Login login,
        double thinkTime,
        long seed,
        double requestTimeoutSeconds,
        @Nullable Abort abort,
        @Nullable Long startAt) {

    /** Arrivals a second climb in equal steps from {@code fromRate} to {@code toRate}. */
    record Stress(double fromRate, double toRate, int stepSeconds) {
        Stress {
            demand(fromRate > 0 && toRate > 0, "stress.fromRate and stress.toRate must be above 0");
            demand(stepSeconds >= 1, "stress.stepSeconds must be at least 1");
        }
    }

    /**
     * {@code weight} is this request's share of all arrivals, relative to the other weights. {@code path} is below the base
     * URL, or a whole address; who starts us says which hosts may be loaded.
     */
    record Request(
            String name,
            double weight,
            String method,
            String path,
            @Nullable String body,
            @Nullable Map<String, String> headers,
            @Nullable Integer expect) {
        Request {
            demand(!name.isBlank(), "every request needs a name");
            demand(weight > 0, "weight of request '" + name + "' must be above 0");
            demand(
                    path.startsWith("/") || path.matches("https?://[^/?#{}@\\s]+([/?].*)?"),
                    "path of request '" + name + "' must start with / or be an address whose host is not fed");
            method = Objects.requireNonNullElse(method, "GET").toUpperCase(Locale.ROOT);
        }
    }

    /** Done once at the head of each visit; {@code save} puts JSONPath results under placeholder names. */
    record Login(
            @Nullable String method,
            String path,
            @Nullable String body,
            @Nullable Map<String, String> headers,
            @Nullable Integer expect,
            @Nullable Map<String, String> save) {
        Request asRequest() {
            return new Request("login", 1, Objects.requireNonNullElse(method, "POST"), path, body, headers, expect);
        }

        Map<String, String> saved() {
            return save == null ? Map.of() : save;
        }
    }

    /** Exactly one of {@code values}, {@code range} and {@code template} is given. */
    record Feeder(
            @Nullable List<String> values,
            @Nullable Range range,
            @Nullable String template,
            @Nullable String distribution,
            @Nullable Double exponent) {}

    /** Whole numbers, both ends included. */
    record Range(long from, long to) {
        Range {
            demand(from <= to, "a feeder's range must not end before it starts");
        }
    }

    /** The test ends when more than this share of a second's requests fail, for so many seconds in a row. */
    record Abort(double maxErrorRate, int afterSeconds) {
        Abort {
            demand(maxErrorRate > 0 && maxErrorRate <= 1, "abort.maxErrorRate must be above 0 and at most 1");
            demand(afterSeconds >= 1, "abort.afterSeconds must be at least 1");
        }
    }

    private static final double DEFAULT_TIMEOUT_SECONDS = 10;

    LoadSpec {
        demand(baseUrl != null && baseUrl.matches("https?://.+"), "baseUrl must start with http:// or https://");
        demand(requests != null && !requests.isEmpty(), "requests must hold at least one request");
        demand(ratePerSecond > 0 || stress != null, "ratePerSecond must be above 0");
        demand(warmupSeconds >= 0, "warmupSeconds must not be negative");
        demand(durationSeconds >= 1, "durationSeconds must be at least 1");
        demand(thinkTime >= 0, "thinkTime must not be negative");
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        requestTimeoutSeconds = requestTimeoutSeconds > 0 ? requestTimeoutSeconds : DEFAULT_TIMEOUT_SECONDS;
        requests = List.copyOf(requests);
        demand(
                requests.stream().map(Request::name).distinct().count() == requests.size(),
                "two requests have the same name");
    }

    Map<String, Feeder> feedersByName() {
        return feeders == null ? Map.of() : feeders;
    }

    /** All names that may stand in braces. */
    Set<String> placeholders() {
        var names = new HashSet<>(feedersByName().keySet());
        if (login != null) {
            names.addAll(login.saved().keySet());
        }
        return names;
    }

    private static void demand(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
