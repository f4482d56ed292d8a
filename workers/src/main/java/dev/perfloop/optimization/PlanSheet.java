package dev.perfloop.optimization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as data: what its document says, for programs, for the page that shows it, and for whoever decides about single changes.
 *
 * @param tier     T1 for a single bottleneck, T2 for quick fixes, T3 for complex ones
 * @param steps    in the order in which they are applied
 * @param byHand   what a person may do besides; no step of the plan, so it is not measured
 * @param sequence how the plan is carried out, sentence by sentence
 * @param rollback how it is taken back, the last change first
 */
record PlanSheet(
        String target,
        String tier,
        String summary,
        Totals totals,
        List<Step> steps,
        List<ByHand> byHand,
        List<String> sequence,
        List<Back> rollback) {

    /** Estimates over all changes: bytes on disk, seconds of building, percent of the time of all requests. */
    record Totals(
            @Nullable Double gainHighPct,
            double diskLowBytes,
            double diskHighBytes,
            double buildSecondsLow,
            double buildSecondsHigh) {}

    /**
     * @param quickWin      whether it takes minutes and no redesign
     * @param sql           whether its statements are SQL; else they are calls to hooks of the target
     * @param statements    the dry run: exactly what is sent, in order
     * @param undo          what takes it back; empty where nothing can
     * @param remains       what of it cannot be taken back; empty where all can
     * @param byHand        what a person does in this step; null where Perfloop does it
     * @param preconditions what is looked at once more just before it is applied; what does not hold skips the change
     */
    record Step(
            int position,
            String changeId,
            String kind,
            String title,
            boolean quickWin,
            boolean sql,
            List<String> statements,
            List<String> undo,
            String remains,
            @Nullable Deed byHand,
            List<Need> needs,
            List<String> preconditions,
            Gain gain,
            Cost cost,
            List<String> risks) {}

    /**
     * @param title  imperative, short
     * @param advice Markdown
     * @param where  requests, statements, methods, settings that it is about
     * @param back   how a person takes it back
     */
    record Deed(String title, String advice, List<String> where, String back) {}

    /** Another change of the plan that must not be left out while this one is in. */
    record Need(int position, String changeId, String why) {}

    /**
     * An estimate, not a measurement.
     *
     * @param impact     share of the gap to the missed objectives that its cause explains, 0 to 100
     * @param lowPct     less time over all requests, in percent; null when not estimated
     * @param method     how it was estimated; null when not
     * @param confidence HIGH, MEDIUM or LOW
     */
    record Gain(
            double impact,
            @Nullable Double lowPct,
            @Nullable Double highPct,
            @Nullable String method,
            String confidence) {}

    /**
     * @param build           expected duration, by rules of thumb; null when it takes no building
     * @param blockingSeconds the longest that others wait behind its request for a lock
     * @param writes          what it costs those who write
     */
    record Cost(@Nullable BuildEstimate build, double blockingSeconds, String blocking, String writes) {}

    /** @param advice Markdown */
    record ByHand(String finding, String advice) {}

    /** @param statements empty when nothing takes it back */
    record Back(int position, String changeId, boolean sql, List<String> statements, String remains) {}
}
