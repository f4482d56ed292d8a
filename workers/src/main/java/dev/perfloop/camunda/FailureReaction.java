package dev.perfloop.camunda;

import dev.perfloop.camunda.StepListener.End;
import java.time.Duration;
import java.util.List;

/**
 * What the engine is told about an exception: how many retries are left, after which pause, and in which words.
 *
 * @param message for the person who sees the incident: what happened and what to do
 */
record FailureReaction(int retriesLeft, Duration backoff, String message, boolean isBug) {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(20), Duration.ofSeconds(5));

    static FailureReaction to(Throwable failure, int retries) {
        int left = Math.max(0, retries - 1);
        if (failure instanceof Remedy remedy) {
            int kept = remedy.worthRetrying() ? left : 0;
            return new FailureReaction(kept, pause(kept), failure.getMessage() + " " + remedy.mend(), false);
        }
        String what = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String message =
                "Unexpected: " + what + " The log of the workers has the details; retry the incident once mended.";
        return new FailureReaction(left, pause(left), message, true);
    }

    End end() {
        return retriesLeft == 0 ? End.INCIDENT : End.RETRY;
    }

    private static Duration pause(int left) {
        return left == 0 ? Duration.ZERO : PAUSES.get(Math.min(left, PAUSES.size()) - 1);
    }
}
