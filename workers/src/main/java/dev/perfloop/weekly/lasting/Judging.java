package dev.perfloop.weekly.lasting;

import dev.perfloop.weekly.lasting.KeptChange.Standing;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says whether a kept change still earns its place, and on what that rests. No evidence is no praise and no blame. */
final class Judging {
    /** Of what was gained: the share from which on the optimisation's own verdict is "acceptable" (judge-outcome). */
    private static final double MOST_OF_IT = 0.8;

    /** Response times of loads further apart than this are not compared: an idle service is quick, a crowded one is not. */
    private static final double RATES_APART = 2;

    /** Nothing uses an index of monthly reports within an hour: a shorter time calls none unused. */
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);

    private record Said(@Nullable Boolean holds, String words) {}

    private Judging() {}

    static KeptChange of(Proof proof, Use use, Now now) {
        var speed = speed(proof, now);
        var scanned = use instanceof Use.Scanned it ? it : null;
        return new KeptChange(
                proof.id(),
                proof.runId(),
                proof.kind(),
                proof.statement(),
                proof.appliedAt(),
                proof.requests(),
                proof.beforeMs(),
                proof.afterMs(),
                now.p95Ms(),
                scanned == null ? null : scanned.scans(),
                scanned == null ? null : scanned.bytes(),
                standing(use, speed.holds()),
                (words(use) + " " + speed.words()).strip());
    }

    private static Standing standing(Use use, @Nullable Boolean holds) {
        return switch (use) {
            case Use.Missing missing -> Standing.MISSING;
            case Use.Scanned it
            when it.scans() == 0 -> lasted(it).compareTo(LONG_ENOUGH) >= 0 ? Standing.UNUSED : Standing.CANNOT_TELL;
            case Use.Scanned used when holds == null -> Standing.USED;
            case Use.Scanned used -> of(holds);
            // A faster request says nothing of an index that nobody saw used.
            case Use.Unknown unknown -> Boolean.FALSE.equals(holds) ? Standing.FADES : Standing.CANNOT_TELL;
            case Use.None none -> of(holds);
        };
    }

    private static Standing of(@Nullable Boolean holds) {
        return holds == null ? Standing.CANNOT_TELL : holds ? Standing.EARNS : Standing.FADES;
    }

    private static String words(Use use) {
        return switch (use) {
            case Use.Missing missing -> "The index is not there any more.";
            case Use.Scanned it
            when it.scans() == 0 && lasted(it).compareTo(LONG_ENOUGH) >= 0 ->
                "Nothing used the index in %s; it takes %s and slows writes."
                        .formatted(days(lasted(it)), megabytes(it.bytes()));
            case Use.Scanned it
            when it.scans() == 0 ->
                "Nothing used the index in %s: too short a time to call it unused.".formatted(days(lasted(it)));
            case Use.Scanned it ->
                format(
                        "The index was used %,d times in %s; it takes %s.",
                        it.scans(), days(lasted(it)), megabytes(it.bytes()));
            case Use.Unknown unknown -> unknown.why();
            case Use.None none -> "";
        };
    }

    private static Said speed(Proof proof, Now now) {
        Double before = proof.beforeMs();
        Double after = proof.afterMs();
        Double is = now.p95Ms();
        if (before == null || after == null || before <= after) {
            return new Said(
                    null, "Its run measured no gain in the 95th percentile that could be held against today's.");
        }
        if (is == null) {
            return new Said(null, "Whether its requests are still as fast cannot be told: " + now.lacks());
        }
        double kept = (before - is) / (before - after);
        String figures = format("p95 was %.1f ms, %.1f ms with it, and is %.1f ms now", before, after, is);
        Double driven = proof.rate();
        Double rate = now.rate();
        if (driven == null || rate == null) {
            return new Said(null, figures + ", but under which load is not known.");
        }
        String loads = format("%.3g requests a second now, %.3g when it was proved", rate, driven);
        if (rate * RATES_APART < driven && kept >= MOST_OF_IT) {
            return new Said(null, figures + ", but an idle service is quick: " + loads + ".");
        }
        if (rate > driven * RATES_APART && kept < MOST_OF_IT) {
            return new Said(null, figures + ", but under far more load: " + loads + ".");
        }
        return kept >= MOST_OF_IT
                ? new Said(true, figures + ".")
                : new Said(
                        false, figures + format(": %.0f %% of the gain is left (%s).", 100 * Math.max(0, kept), loads));
    }

    private static Duration lasted(Use.Scanned it) {
        return Duration.between(it.since(), it.until());
    }

    private static String days(Duration time) {
        double days = time.toMinutes() / 1440.0;
        return days >= 1 ? format("%.1f days", days) : format("%.1f hours", days * 24);
    }

    private static String megabytes(long bytes) {
        return format("%.1f MB", bytes / 1e6);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
