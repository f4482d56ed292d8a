package dev.perfloop.change;

import dev.perfloop.target.HookDoor;
import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Makes the calls of changes to the hooks of their target, each journalled before it is made and when it is answered. */
@Component
class ServiceCalls {
    /** Between the entry in the journal and the call itself. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final ServiceCallRepository calls;
    private final ChangeStatementRepository journal;
    private final StatementSender sender;
    private final HookDoor door;
    private final ChangeProperties properties;
    private final InstantSource clock;

    ServiceCalls(
            ServiceCallRepository calls,
            ChangeStatementRepository journal,
            StatementSender sender,
            HookDoor door,
            ChangeProperties properties,
            InstantSource clock) {
        this.calls = calls;
        this.journal = journal;
        this.sender = sender;
        this.door = door;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isStill(RunChange change) {
        return sender.isStill(change);
    }

    boolean mayHaveLanded(RunChange change, String shown) {
        return calls.mayHaveLanded(change.id(), shown);
    }

    /**
     * Waits until no call of an earlier attempt can land any more.
     *
     * @param longest that a call may take
     * @return false when it was called off meanwhile, or the change moved on
     */
    boolean awaitAnswers(RunChange change, Duration longest, Progress progress) throws InterruptedException {
        while (!progress.calledOff() && isStill(change)) {
            if (!calls.isUnanswered(change.id(), clock.instant().minus(longest).minus(SLACK))) {
                return true;
            }
            progress.at(20, "Waiting for the answer to a call of an earlier attempt");
            Thread.sleep(properties.poll());
        }
        return false;
    }

    /** Does nothing when the change has moved on. */
    void make(RunChange change, Target target, Hooks.Call call, String shown, String name, String value) {
        long begun = System.nanoTime();
        var entry = calls.calling(change, shown, clock.instant());
        if (entry.isEmpty()) {
            return;
        }
        try {
            door.call(target, call, name, value);
            journal.answered(entry.get(), Duration.ofNanos(System.nanoTime() - begun), null, null);
        } catch (HookFailed failure) {
            journal.answered(
                    entry.get(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    failure.refused() ? ServiceCallRepository.REFUSED : null,
                    failure.getMessage());
            throw failure;
        }
    }
}
