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
    /** By the tries that are left, the last one first. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(20), SHORT);
    /** What is away comes back: a database that fails over takes a minute or two, and a service as long to start. */
    private static final List<Duration> WHILE_AWAY = List.of(Duration.ofSeconds(100), SHORT);

    static FailureReaction to(Throwable failure, int retries) {
        if (isOurDatabaseAway(failure)) {
            String message = "Perfloop's own database does not answer: " + firstLine(failure)
                    + " The step goes on once it does.";
            return new FailureReaction(retries, SHORT, message, false);
        }
        int left = Math.max(0, retries - 1);
        if (failure instanceof Remedy remedy) {
            return remedied(failure.getMessage() + " " + remedy.mend(), remedy.worthRetrying() ? left : 0);
        }
        String what = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String message =
                "Unexpected: " + what + " The log of the workers has the details; retry the incident once mended.";
        return new FailureReaction(left, pause(PAUSES, left), message, true);
    }

    private static FailureReaction remedied(String message, int left) {
        var pause = pause(WHILE_AWAY, left);
        String next = left == 0 ? "" : " It is tried again in " + pause.toSeconds() + " s.";
        return new FailureReaction(left, pause, message + next, false);
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

    private static Duration pause(List<Duration> pauses, int left) {
        return left == 0 ? Duration.ZERO : pauses.get(Math.min(left, pauses.size()) - 1);
    }
}
