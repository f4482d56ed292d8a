package dev.perfloop.load;

import dev.perfloop.load.gatling.Progress;
import java.util.Locale;

/** One second of a running load test, as watchers of a run see it. */
record LoadEvent(
        String loadTestId,
        LoadPhase phase,
        LoadProfile profile,
        int elapsed,
        int of,
        double rate,
        double p50Ms,
        double p95Ms,
        double p99Ms,
        long errors) {
    static final String KIND = "LOAD";

    static LoadEvent of(String id, LoadOrder order, Progress progress) {
        return new LoadEvent(
                id,
                order.phase(),
                order.profile(),
                progress.elapsed(),
                progress.of(),
                progress.rate(),
                progress.p50Ms(),
                progress.p95Ms(),
                progress.p99Ms(),
                progress.errors());
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "%s load, %d of %d s: %.0f requests/s, p95 %.0f ms, %d errors",
                profile.name().toLowerCase(Locale.ROOT),
                elapsed,
                of,
                rate,
                p95Ms,
                errors);
    }
}
