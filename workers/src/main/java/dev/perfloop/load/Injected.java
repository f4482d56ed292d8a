package dev.perfloop.load;

import dev.perfloop.load.checks.Check;
import dev.perfloop.load.gatling.LaunchResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the generators of one load test say they did.
 *
 * @param shares in the order of the injectors; one, unless several drove
 */
record Injected(List<LaunchResult> shares, LaunchResult whole) {
    static Injected byOne(LaunchResult launch) {
        return new Injected(List.of(launch), launch);
    }

    static Injected together(List<LaunchResult> shares) {
        return new Injected(shares, Shares.merged(shares));
    }

    /** How the load was split. */
    Check split() {
        return Check.fine(
                "Injectors",
                "%d injectors drove %s arrivals a second, used %s of their machine's processors, and started 1 of 100"
                        + " arrivals later than %s.",
                shares.size(),
                each(share -> say("%.1f", share.effectiveRate())),
                each(share -> say("%.0f %%", share.generatorCpu() * 100)),
                each(share -> say("%.0f ms", share.lateP99Ms())));
    }

    private String each(Function<LaunchResult, String> words) {
        return shares.stream().map(words).collect(Collectors.joining(", "));
    }

    private static String say(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
