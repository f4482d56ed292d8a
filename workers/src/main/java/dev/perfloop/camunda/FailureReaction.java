package dev.perfloop.camunda;

import dev.perfloop.camunda.StepListener.End;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What the engine is told about an exception: how many retries are left, after which pause, and in which words.
 *
 * @param message for the person who sees the incident: what happened and what to do
 */
record FailureReaction(int retriesLeft, Duration backoff, String message, boolean isBug) {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(20), SHORT);

    static FailureReaction to(Throwable failure, int retries) {
        if (isOurDatabaseAway(failure)) {
            String message = "Perfloop's own database does not answer: " + firstLine(failure)
                    + " The step goes on once it does.";
            return new FailureReaction(retries, SHORT, message, false);
        }
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

    /**
     * However long it is away, no retry is used up: nobody could be told of an incident, and a step that comes again is meant to
     * find what it did before. Looks at the failure itself alone, as failures of a target's database have such a one as their cause.
     */
    private static boolean isOurDatabaseAway(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    End end() {
        return retriesLeft == 0 ? End.INCIDENT : End.RETRY;
    }

    private static Duration pause(int left) {
        return left == 0 ? Duration.ZERO : PAUSES.get(Math.min(left, PAUSES.size()) - 1);
    }
}
