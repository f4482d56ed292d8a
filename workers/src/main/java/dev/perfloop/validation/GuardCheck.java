package dev.perfloop.validation;

import org.jspecify.annotations.Nullable;

/**
 * One guard held against a measurement.
 *
 * @param measured      null when there was too little data to give bounds
 * @param moreDataHelps whether what is inconclusive may be told from more of the same measurement
 */
record GuardCheck(Ceiling guard, @Nullable Bound measured, GuardResult result, boolean moreDataHelps, String reason) {

    String said() {
        String request = guard.request().isEmpty() ? "all requests" : guard.request();
        return "%s of %s under %s: %s".formatted(guard.metric().label(), request, guard.profile(), reason);
    }
}
