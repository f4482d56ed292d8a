package dev.perfloop.load;

import dev.perfloop.run.RunId;
import java.util.Locale;

/**
 * What one job asks for.
 *
 * @param attempt which try of this profile in this phase and round, from 1
 * @param jobKey the same for every delivery of the job
 */
record LoadOrder(RunId run, LoadPhase phase, LoadProfile profile, int round, int attempt, long jobKey) {
    /** Without regard to deliveries; a second delivery gets a number behind it. */
    String name() {
        return "%s-%s-%s-%d-%d"
                .formatted(run.value(), phase, profile, round, attempt)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether our changes are on the target by now, or were. */
    boolean isAfterChanges() {
        return switch (phase) {
            case PROFILE, CALIBRATION -> false;
            case BEFORE -> round > 1;
            case AFTER, WITHOUT, ROLLED_BACK -> true;
        };
    }

    /** Before and after draw the same requests, so that they differ in the target only. */
    long seed() {
        return (run.value() + profile).hashCode();
    }
}
