package dev.perfloop.validation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a measurement against the guards. A guard is held only when the upper bound of its metric is within the ceiling,
 * broken only when the lower bound is above it, which is the surer the more guards there are; anything else, missing data and
 * an empty set of guards before all, is inconclusive.
 */
final class GuardJudge {
    private static final int MOST_NAMED = 3;

    private final Bounds bounds;
    private final Limits limits;

    GuardJudge(Bounds bounds, Limits limits) {
        this.bounds = bounds;
        this.limits = limits;
    }

    /** @param rates arrivals a second of each profile that was driven */
    GateVerdict judge(List<Ceiling> guards, Profiles now, Map<String, Double> rates) {
        var checks = guards.stream()
                .map(guard -> check(guard, now, rates.get(guard.profile()), guards.size()))
                .toList();
        var broken = only(checks, GuardResult.REGRESSED);
        if (!broken.isEmpty()) {
            return new GateVerdict(GuardResult.REGRESSED, "Regressed: " + named(broken), checks);
        }
        if (checks.isEmpty()) {
            return new GateVerdict(GuardResult.INCONCLUSIVE, "There are no guards to hold", checks);
        }
        var open = only(checks, GuardResult.INCONCLUSIVE);
        return open.isEmpty()
                ? new GateVerdict(GuardResult.HELD, "All %d guards are held".formatted(checks.size()), checks)
                : new GateVerdict(GuardResult.INCONCLUSIVE, "Cannot be told: " + named(open), checks);
    }

    private GuardCheck check(Ceiling guard, Profiles now, @Nullable Double rate, int alike) {
        var arm = now.arm(guard.profile(), guard.request());
        if (rate == null || arm.requests() == 0) {
            return open(guard, null, false, "no valid measurement");
        }
        if (!guard.speaksOf(rate)) {
            return open(
                    guard,
                    null,
                    false,
                    say("set at %.1f arrivals a second, measured at %.1f: not the same load", guard.rate(), rate));
        }
        int fewest = guard.metric().fewestRequests();
        if (arm.requests() < fewest || !arm.lasted(limits.fewestSeconds())) {
            return open(
                    guard,
                    null,
                    true,
                    say(
                            "too little data: %d requests in %d s, of %d in %d s needed",
                            arm.requests(), arm.seconds().size(), fewest, limits.fewestSeconds()));
        }
        var measured = bounds.now(now, guard.profile(), guard.request(), guard.metric(), alike);
        if (measured.high() <= guard.value()) {
            return new GuardCheck(guard, measured, GuardResult.HELD, false, said(guard, measured));
        }
        return measured.low() > guard.value()
                ? new GuardCheck(guard, measured, GuardResult.REGRESSED, false, said(guard, measured))
                : open(guard, measured, true, said(guard, measured));
    }

    private static GuardCheck open(Ceiling guard, @Nullable Bound measured, boolean moreDataHelps, String reason) {
        return new GuardCheck(guard, measured, GuardResult.INCONCLUSIVE, moreDataHelps, reason);
    }

    private static List<GuardCheck> only(List<GuardCheck> checks, GuardResult result) {
        return checks.stream().filter(check -> check.result() == result).toList();
    }

    private static String named(List<GuardCheck> checks) {
        return checks.stream().limit(MOST_NAMED).map(GuardCheck::said).collect(Collectors.joining("; "))
                + (checks.size() > MOST_NAMED ? "; and " + (checks.size() - MOST_NAMED) + " more" : "");
    }

    private static String said(Ceiling guard, Bound measured) {
        return guard.metric() == Metric.ERROR_RATE
                ? say(
                        "%.2f %% (%.2f to %.2f %%), ceiling %.2f %%",
                        100 * measured.value(), 100 * measured.low(), 100 * measured.high(), 100 * guard.value())
                : say(
                        "%.1f ms (%.1f to %.1f ms), ceiling %.1f ms",
                        measured.value(), measured.low(), measured.high(), guard.value());
    }

    private static String say(String format, @Nullable Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
