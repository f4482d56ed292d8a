package dev.perfloop.change;

import dev.perfloop.target.LockNotAvailable;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends the statements of changes to their target, each journalled before it leaves and when it is answered. */
@Component
class StatementSender {
    private static final long NOT_SENT = 0;

    private final ChangeRepository changes;
    private final ChangeStatementRepository statements;
    private final InstantSource clock;

    StatementSender(ChangeRepository changes, ChangeStatementRepository statements, InstantSource clock) {
        this.changes = changes;
        this.statements = statements;
        this.clock = clock;
    }

    /** False, and nothing sent, when another session works on the same thing or the change has moved on to another status. */
    boolean send(String statement, RunChange change, TargetDatabase target) {
        var entry = new AtomicLong(NOT_SENT);
        long begun = System.nanoTime();
        try {
            boolean sent = target.changeAlone(
                    lockOf(change), () -> isStill(change) && journalled(entry, statement, change), statement);
            answered(entry, begun, null);
            return sent;
        } catch (RuntimeException failure) {
            answered(entry, begun, failure);
            throw failure;
        }
    }

    /** Stops what another session of ours is doing for this change. */
    void cancel(Holder holder, RunChange change, TargetDatabase target) {
        String statement = "SELECT pg_cancel_backend(" + holder.pid() + ")";
        long begun = System.nanoTime();
        var entry = new AtomicLong(statements.sending(change.id(), statement, clock.instant()));
        target.change(statement);
        answered(entry, begun, null);
    }

    boolean isStill(RunChange change) {
        return changes.find(change.id())
                .filter(now -> now.status() == change.status())
                .isPresent();
    }

    /** The same number for the same thing in every run and every process of ours. */
    static long lockOf(RunChange change) {
        String subject = change.change().subject();
        return Long.parseUnsignedLong(Hash.sha256("perfloop " + subject).substring(0, 16), 16);
    }

    private boolean journalled(AtomicLong entry, String statement, RunChange change) {
        entry.set(statements.sending(change.id(), statement, clock.instant()));
        return true;
    }

    private void answered(AtomicLong entry, long begun, @Nullable RuntimeException failure) {
        if (entry.get() == NOT_SENT) {
            return;
        }
        String state = switch (failure) {
            case LockNotAvailable none -> ChangeStatementRepository.LOCK_NOT_AVAILABLE;
            case StatementFailed failed -> failed.sqlState();
            case null, default -> null;
        };
        statements.answered(
                entry.get(),
                Duration.ofNanos(System.nanoTime() - begun),
                state,
                failure == null ? null : failure.getMessage());
    }
}
