package dev.perfloop.load;

import dev.perfloop.load.LoadProperties.Limits;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.target.TargetRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what speaks against judging a load test. Pure. An invalid test is repeated, never judged. */
final class Validity {
    /** Fewer refused connections than this may be chance. */
    private static final int STRAY = 5;

    private static final double STRAY_SHARE = 0.01;

    /** Of the median request; a verdict tolerates as much. */
    private static final double LATE_SHARE = 0.05;

    private Validity() {}

    /**
     * Empty when the test is valid; else one sentence for each reason.
     *
     * @param brokeBefore whether an earlier try of the same test was aborted for the service's errors as well: what breaks
     *     twice is how the service is under this load
     */
    static List<String> reasonsAgainst(
            LoadProfile profile, Injected injected, LoadResult result, Limits limits, boolean brokeBefore) {
        LaunchResult launch = injected.whole();
        boolean broke = launch.brokeOff() && profile.isConstant();
        var reasons = new ArrayList<String>();
        if (broke && !brokeBefore) {
            reasons.add(brokeOff(launch));
        }
        if (wasAway(launch) && !(broke && brokeBefore)) {
            reasons.add(say(
                    "The target refused %d of %d connections: it was down or restarted during the test. Let nobody"
                            + " restart it meanwhile.",
                    launch.unreachable(), launch.requests()));
        }
        List<LaunchResult> shares = injected.shares();
        for (int i = 0; i < shares.size(); i++) {
            String who = shares.size() == 1 ? "" : say("Injector %d of %d: ", i + 1, shares.size());
            ofGenerator(profile, shares.get(i), result, limits).forEach(reason -> reasons.add(who + reason));
        }
        if (result.all().count() < limits.fewestRequests() || result.steadySeconds() < limits.fewestSeconds()) {
            reasons.add(say(
                    "The steady part holds only %d requests in %d s: let the test last longer (--standard), or raise"
                            + " load.arrivalRate.",
                    result.all().count(), result.steadySeconds()));
        }
        return reasons;
    }

    private static List<String> ofGenerator(
            LoadProfile profile, LaunchResult launch, LoadResult result, Limits limits) {
        var reasons = new ArrayList<String>();
        double deviation = Math.abs(launch.effectiveRate() - launch.offeredRate()) / launch.offeredRate();
        if (profile.isConstant() && !launch.brokeOff() && deviation > limits.rateDeviation()) {
            reasons.add(say(
                    "The generator drove %.1f instead of %.1f arrivals a second: give its machine more CPU, or lower"
                            + " load.arrivalRate.",
                    launch.effectiveRate(), launch.offeredRate()));
        }
        if (launch.generatorCpu() > limits.generatorCpu()) {
            reasons.add(say(
                    "The generator used %.0f %% of the machine's processors: it was the bottleneck itself. Give the workers"
                            + " a machine of their own, or lower load.arrivalRate.",
                    launch.generatorCpu() * 100));
        }
        if (launch.lateP99Ms() > tolerable(limits.lateness(), result)) {
            reasons.add(say(
                    "The generator started arrivals up to %.0f ms late (99th percentile): the machine was too busy. Let"
                            + " nothing else run there.",
                    launch.lateP99Ms()));
        }
        return reasons;
    }

    /** A service that is overloaded takes the processors of a generator on the same machine: that is no reason to doubt its seconds. */
    private static double tolerable(Duration lateness, LoadResult result) {
        return Math.max(lateness.toMillis(), result.all().p50Ms() * LATE_SHARE);
    }

    static String brokeOff(LaunchResult launch) {
        return "The test was aborted: " + launch.reason() + firstError(launch) + ".";
    }

    /** Most requests found nobody to talk to: nothing was measured at all. */
    static boolean targetIsGone(LaunchResult launch) {
        return launch.unreachable() > launch.requests() / 2;
    }

    /**
     * Not one good answer from begin to end, and none after it: another try would bring the same.
     *
     * @throws TargetRefused when every request failed
     */
    static void demandAnAnswer(LaunchResult launch) {
        if (launch.reason() != null && launch.requests() > 0 && launch.errors() >= launch.requests()) {
            throw new TargetRefused(
                    say("All %d requests of the load test failed%s.", launch.requests(), firstError(launch)),
                    FirstLook.MEND);
        }
    }

    static TargetRefused cannotBeDriven(Drive.WrongSpec wrong) {
        return new TargetRefused(
                "The load scenario cannot be driven: " + wrong.words() + ".",
                "Mend load in the target's description and start a new run.");
    }

    private static boolean wasAway(LaunchResult launch) {
        return launch.unreachable() > Math.max(STRAY, launch.requests() * STRAY_SHARE);
    }

    private static String firstError(LaunchResult launch) {
        return launch.errorSamples().isEmpty()
                ? ""
                : " (" + launch.errorSamples().getFirst().request() + ": "
                        + launch.errorSamples().getFirst().message() + ")";
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
