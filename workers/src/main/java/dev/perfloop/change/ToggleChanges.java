package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetDatabase;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes changes out of their target for a measurement, and puts them back; killed anywhere, it is gone on with. */
@Service
class ToggleChanges {
    private final Changes all;
    private final ChangeRepository changes;
    private final Toggling toggling;
    private final ChangeWork work;
    private final Runs runs;
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    ToggleChanges(
            Changes all,
            ChangeRepository changes,
            Toggling toggling,
            ChangeWork work,
            Runs runs,
            TargetDatabase.Door door,
            InstantSource clock) {
        this.all = all;
        this.changes = changes;
        this.toggling = toggling;
        this.work = work;
        this.runs = runs;
        this.door = door;
        this.clock = clock;
    }

    /**
     * False when it was called off before all was out.
     *
     * @param one null for all of the run
     */
    boolean takeOut(RunId run, @Nullable String one, Progress progress) throws InterruptedException {
        var wanted = one == null ? toggling.toTakeOut(run) : List.of(all.get(one));
        return each(wanted, change -> takeOut(change, door.of(runs.targetOf(run)), progress));
    }

    /** False when it was called off before all was back. What cannot be put back any more counts as taken back. */
    boolean putBack(RunId run, @Nullable String one, Progress progress) throws InterruptedException {
        var wanted = one == null ? toggling.toPutBack(run) : List.of(all.get(one));
        return each(wanted, change -> putBack(change, door.of(runs.targetOf(run)), progress));
    }

    private interface Deed {
        boolean on(RunChange change) throws InterruptedException;
    }

    private static boolean each(List<RunChange> changes, Deed deed) throws InterruptedException {
        for (var change : changes) {
            if (!deed.on(change)) {
                return false;
            }
        }
        return true;
    }

    private boolean takeOut(RunChange change, TargetDatabase target, Progress progress) throws InterruptedException {
        return switch (change.status()) {
            case APPLIED -> {
                changes.move(change, ChangeStatus.TAKING_OUT);
                yield takeOut(all.get(change.id()), target, progress);
            }
            case TAKING_OUT -> {
                progress.at(0, "Taking out: " + change.change().undo());
                yield work.undo(change, target, progress) && changes.move(change, ChangeStatus.OUT);
            }
            case PROPOSED, APPLYING, OUT, PUTTING_BACK, UNDOING, KEPT, REVERTED, SKIPPED, TO_BE_TAKEN_BACK -> true;
        };
    }

    private boolean putBack(RunChange change, TargetDatabase target, Progress progress) throws InterruptedException {
        return switch (change.status()) {
            case OUT -> {
                changes.move(change, ChangeStatus.PUTTING_BACK);
                yield putBack(all.get(change.id()), target, progress);
            }
            case PUTTING_BACK -> apply(change, target, progress);
            case PROPOSED, APPLYING, APPLIED, TAKING_OUT, UNDOING, KEPT, REVERTED, SKIPPED, TO_BE_TAKEN_BACK -> true;
        };
    }

    private boolean apply(RunChange change, TargetDatabase target, Progress progress) throws InterruptedException {
        progress.at(0, "Putting back: " + change.change().statements().getFirst());
        try {
            return work.apply(change, target, progress) && changes.move(change, ChangeStatus.APPLIED);
        } catch (StatementFailed | WithoutEffect failure) {
            changes.beginUndo(change, "Could not be put back after a measurement without it: " + failure.getMessage());
            var undoing = all.get(change.id());
            if (work.undo(undoing, target, progress)) {
                changes.end(undoing, ChangeStatus.REVERTED, null, clock.instant());
            }
            return all.get(change.id()).status() == ChangeStatus.REVERTED;
        }
    }
}
