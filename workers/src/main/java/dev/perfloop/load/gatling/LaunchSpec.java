package dev.perfloop.load.gatling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code spec.json} of the launcher, which documents each field. May hold secrets of a login: it is never stored. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaunchSpec(
        String baseUrl,
        String profile,
        double ratePerSecond,
        int warmupSeconds,
        int durationSeconds,
        @Nullable Stress stress,
        List<Request> requests,
        Map<String, Feeder> feeders,
        @Nullable Login login,
        double thinkTime,
        long seed,
        double requestTimeoutSeconds,
        Abort abort,
        @Nullable Long startAt) {

    /** A load that starts as soon as it can. */
    public LaunchSpec(
            String baseUrl,
            String profile,
            double ratePerSecond,
            int warmupSeconds,
            int durationSeconds,
            @Nullable Stress stress,
            List<Request> requests,
            Map<String, Feeder> feeders,
            @Nullable Login login,
            double thinkTime,
            long seed,
            double requestTimeoutSeconds,
            Abort abort) {
        this(
                baseUrl,
                profile,
                ratePerSecond,
                warmupSeconds,
                durationSeconds,
                stress,
                requests,
                feeders,
                login,
                thinkTime,
                seed,
                requestTimeoutSeconds,
                abort,
                null);
    }

    /** One of so many equal shares of this load. */
    public LaunchSpec share(int of, long ownSeed, long start) {
        return new LaunchSpec(
                baseUrl,
                profile,
                ratePerSecond / of,
                warmupSeconds,
                durationSeconds,
                stress == null ? null : new Stress(stress.fromRate / of, stress.toRate / of, stress.stepSeconds),
                requests,
                feeders,
                login,
                thinkTime,
                ownSeed,
                requestTimeoutSeconds,
                abort,
                start);
    }

    /** Arrivals a second climb from one rate to the other in steps of so many seconds. */
    public record Stress(double fromRate, double toRate, int stepSeconds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            String name,
            double weight,
            String method,
            String path,
            @Nullable String body,
            Map<String, String> headers,
            @Nullable Integer expect) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Login(
            String method,
            String path,
            @Nullable String body,
            Map<String, String> headers,
            @Nullable Integer expect) {}

    /** Exactly one of the first three is set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Feeder(
            @Nullable List<String> values,
            @Nullable Range range,
            @Nullable String template,
            @Nullable String distribution) {}

    public record Range(long from, long to) {}

    public record Abort(double maxErrorRate, int afterSeconds) {}
}
