package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Changes that are no part of a plan: they let the next run see more, so no load test judges them. Each is made and taken back at a
 * person's word, with the same guards, journal and undo as a planned one.
 */
@Service
public class Offers {
    private final ChangeRepository changes;
    private final Preconditions preconditions;
    private final ApplyChange apply;
    private final ChangeWork work;
    private final Runs runs;
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    Offers(
            ChangeRepository changes,
            Preconditions preconditions,
            ApplyChange apply,
            ChangeWork work,
            Runs runs,
            TargetDatabase.Door door,
            InstantSource clock) {
        this.changes = changes;
        this.preconditions = preconditions;
        this.apply = apply;
        this.work = work;
        this.runs = runs;
        this.door = door;
        this.clock = clock;
    }

    /** Why it is not offered; empty when it is, from now on or since earlier. */
    public Optional<String> offer(RunId run, Change change) {
        if (changes.find(run, ChangeRepository.OFFER, change).isPresent()) {
            return Optional.empty();
        }
        var target = runs.targetOf(run);
        var reason = preconditions.reasonToSkip(change, target, door.of(target));
        if (reason.isEmpty()) {
            changes.add(run, ChangeRepository.OFFER, null, change);
        }
        return reason;
    }

    /** Applies all that are offered; gives the pause after which to come again, when some could not be finished now. */
    public Optional<Duration> apply(RunId run, Progress progress) throws InterruptedException {
        Optional<Duration> pause = Optional.empty();
        for (var offer : changes.ofRun(run, ChangeRepository.OFFER)) {
            if (apply.apply(offer.id(), progress) instanceof Applied.Later later) {
                pause = Optional.of(later.pause());
            }
        }
        return pause;
    }

    /** Takes back all that are in force on the run's target, last first; false when it was called off before. */
    public boolean undo(RunId run, Progress progress) throws InterruptedException {
        var database = door.of(runs.targetOf(run));
        for (var offer : changes.offersInForce(run)) {
            changes.beginUndo(offer, null);
            var undoing = changes.find(offer.id()).orElseThrow();
            if (!work.undo(undoing, database, progress)) {
                return false;
            }
            changes.end(undoing, ChangeStatus.REVERTED, undoing.noteOnceUndone(), clock.instant());
        }
        return true;
    }
}
