package dev.perfloop.change;

import dev.perfloop.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Kept changes that shall go after all. Rows first; the message that begins the work is sent until it has ended. */
@Service
public class TakeBacks {
    private final TakeBackRepository rows;
    private final InstantSource clock;

    TakeBacks(TakeBackRepository rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A change that was kept on a target. */
    public record Kept(String id, String inWords, Instant keptAt) {}

    /** Its components become process variables. */
    public record Waiting(RunId runId, String takeBackId) {}

    /** The newest that Perfloop can take back itself: that nobody is taking back, and that no other change rests on. */
    public Optional<Kept> newestKept(String target, Duration within) {
        return rows.newestKept(target, clock.instant().minus(within), false);
    }

    /** The same, of those whose approver said that it may be taken back by itself. */
    public Optional<Kept> newestAllowed(String target, Duration within) {
        return rows.newestKept(target, clock.instant().minus(within), true);
    }

    /**
     * Takes part in the caller's transaction, if there is one.
     *
     * @return the id; empty when the change is not kept any more, or where a run or another taking back is at work on its target
     */
    @Transactional
    public Optional<String> request(String change, String by, String reason) {
        return rows.add(change, by, reason, clock.instant());
    }

    /** Those of a target whose work has not ended; the engine takes a message for one that is under way to no effect. */
    public List<Waiting> waiting(String target) {
        return rows.waiting(target);
    }

    public boolean isAnyUnderWay(String target) {
        return !rows.waiting(target).isEmpty();
    }
}
