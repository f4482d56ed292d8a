package dev.perfloop.load.gatling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code result.json} of the launcher.
 *
 * @param effectiveRate arrivals a second really started in the measured part
 * @param generatorCpu mean share of the machine's processors the generator used, 0 to 1
 * @param lateP99Ms how late the generator started its arrivals, 99th percentile
 * @param cpuPeriods CPU periods of the generator's control group in the measured part; -1 when there is nothing to read
 * @param cpuThrottledPeriods those in which it was stopped
 * @param measuredFrom epoch milliseconds, end of the warm-up
 * @param measuredTo epoch milliseconds, end of the arrivals
 * @param reason why the launcher aborted; null when it did not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LaunchResult(
        double offeredRate,
        double effectiveRate,
        double generatorCpu,
        double lateP99Ms,
        long requests,
        long errors,
        List<ErrorSample> errorSamples,
        long cpuPeriods,
        long cpuThrottledPeriods,
        long measuredFrom,
        long measuredTo,
        @Nullable String reason) {

    private static final List<String> UNREACHABLE =
            List.of("refused", "unreachable", "unknownhost", "no route", "connection timed out", "connecttimeout");

    /** One kind of failure and how often it came. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ErrorSample(String request, String message, long count) {
        boolean unreachable() {
            String text = message.toLowerCase(Locale.ROOT);
            return UNREACHABLE.stream().anyMatch(text::contains);
        }
    }

    /** Requests that did not even get a connection. */
    public long unreachable() {
        return errorSamples.stream()
                .filter(ErrorSample::unreachable)
                .mapToLong(ErrorSample::count)
                .sum();
    }

    /** The launcher ended the test early, as so much of it failed that going on would only have hurt the service. */
    public boolean brokeOff() {
        return reason != null;
    }

    public Instant from() {
        return Instant.ofEpochMilli(measuredFrom);
    }

    public Instant to() {
        return Instant.ofEpochMilli(measuredTo);
    }
}
