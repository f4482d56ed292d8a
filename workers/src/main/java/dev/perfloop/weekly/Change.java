package dev.perfloop.weekly;

import dev.perfloop.weekly.WeekReport.Tone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a figure to a later one. */
final class Change {
    /** Less is what weeks differ by anyway; the alerts' bands take the same tenth of the middle for their least width. */
    private static final double ALIKE_PCT = 10;

    private Change() {}

    /** In percent of before; null where either is not known, or before is nothing. */
    static @Nullable Double pct(@Nullable Double before, @Nullable Double after) {
        return before == null || after == null || before == 0 ? null : Double.valueOf(100 * (after / before - 1));
    }

    static Tone tone(@Nullable Double pct, Optional<Boolean> moreIsWorse) {
        if (pct == null) {
            return Tone.UNKNOWN;
        }
        if (Math.abs(pct) < ALIKE_PCT) {
            return Tone.ALIKE;
        }
        return moreIsWorse
                .map(worse -> worse == pct > 0 ? Tone.WORSE : Tone.BETTER)
                .orElse(Tone.OTHER);
    }
}
