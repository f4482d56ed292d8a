package dev.perfloop.weekly;

import dev.perfloop.weekly.lasting.KeptChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in the life of a target, as the API and {@code --json} give it. What is not known is null, and said in words where it would be missed.
 *
 * @param since    the time it is about
 * @param before   from when to {@code since} it is compared with
 * @param heard    in which share of the hours the target's own sources told something
 * @param notKnown what was not looked at or cannot be told, and what would mend it
 */
public record WeekReport(
        String target,
        Instant since,
        Instant until,
        String zone,
        Instant before,
        Instant madeAt,
        double heard,
        List<Trend> trends,
        List<LevelChange> levelChanges,
        List<StatementLine> statements,
        List<AlertLine> alerts,
        Verdicts verdicts,
        List<RunLine> runs,
        List<KeptChange> changes,
        List<Outlook> outlooks,
        List<GapLine> gaps,
        List<String> notKnown) {

    /** How it was, beside how it had been; ALIKE within a tenth. */
    public enum Tone {
        BETTER,
        WORSE,
        ALIKE,
        OTHER,
        UNKNOWN
    }

    /**
     * One of the main series.
     *
     * @param mean      over the time; of a percentile the mean of the readings' percentiles
     * @param before    the same over as much time just before
     * @param changePct from before to mean
     * @param usual     what was usual at these hours, by the weeks before
     * @param above     hours above the band in which it usually is
     * @param below     hours below it
     * @param course    means of equal parts of the time, with nothing where nothing was told
     */
    public record Trend(
            String metric,
            String title,
            String unit,
            @Nullable Double mean,
            @Nullable Double highest,
            @Nullable Double before,
            @Nullable Double changePct,
            @Nullable Double usual,
            @Nullable Integer above,
            @Nullable Integer below,
            Tone tone,
            List<@Nullable Double> course) {}

    /**
     * A series whose level changed within the time, beside what is usual at each hour.
     *
     * @param suspects what was done just before, the likeliest first
     */
    public record LevelChange(
            String series,
            String unit,
            Instant at,
            double before,
            double after,
            double pValue,
            List<String> suspects) {}

    /**
     * A statement by the time the database spent with it.
     *
     * @param share of all statements that were followed
     * @param meanMs of a call
     */
    public record StatementLine(
            String queryId,
            String statement,
            double seconds,
            double share,
            @Nullable Double secondsBefore,
            double calls,
            @Nullable Double meanMs,
            @Nullable Double meanMsBefore,
            @Nullable Double meanChangePct) {}

    /**
     * @param verdict   REAL or NOISE; null where nobody has said which
     * @param verdictBy who said so
     */
    public record AlertLine(
            String id,
            String family,
            String severity,
            String state,
            String words,
            Instant openedAt,
            @Nullable Instant resolvedAt,
            @Nullable String verdict,
            @Nullable String verdictBy) {}

    /**
     * What people said of the alerts of the time, of all of them and not only of those that are listed.
     *
     * @param notOver at the end of the time
     * @param none    of which nobody said whether they were real or noise
     */
    public record Verdicts(long alerts, long notOver, long real, long noise, long none) {}

    /** @param savedMs what one request gained on average, where changes were kept */
    public record RunLine(
            String id,
            String outcome,
            String requestedBy,
            Instant requestedAt,
            int kept,
            @Nullable Double savedMs) {}

    /** What runs out, and when. */
    public record Outlook(
            String what, String words, @Nullable Instant likely) {}

    public record GapLine(
            String source,
            Instant since,
            @Nullable Instant until,
            String reason,
            @Nullable String recovered) {}
}
