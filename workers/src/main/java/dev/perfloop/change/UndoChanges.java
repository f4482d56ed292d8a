package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes back what a run did to its target, last change first; what earned its place stays. */
@Service
class UndoChanges {
    private final Changes all;
    private final ChangeRepository changes;
    private final ChangeWork work;
    private final Runs runs;
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    UndoChanges(
            Changes all,
            ChangeRepository changes,
            ChangeWork work,
            Runs runs,
            TargetDatabase.Door door,
            InstantSource clock) {
        this.all = all;
        this.changes = changes;
        this.work = work;
        this.runs = runs;
        this.door = door;
        this.clock = clock;
    }

    /** False when it was called off before everything was taken back. */
    boolean undo(RunId run, Progress progress) throws InterruptedException {
        all.skipProposed(run, "Not applied: the run was taken back.");
        var pending = leftToPeople(changes.ofRun(run).reversed().stream()
                .filter(RunChange::isToBeTakenBack)
                .toList());
        if (pending.isEmpty()) {
            return true;
        }
        var database = door.of(runs.targetOf(run));
        for (var change : pending) {
            progress.at(0, "Taking back: " + change.change().undo());
            changes.beginUndo(change, null);
            if (!takeBack(all.get(change.id()), database, progress)) {
                return false;
            }
        }
        return true;
    }

    /** How many of a run's changes were on its target and are not any more; the same to whoever asks again. */
    int takenBack(RunId run) {
        return (int) changes.ofRun(run).stream()
                .filter(change -> change.status() == ChangeStatus.REVERTED)
                .count();
    }

    /** Gives those that are ours to take back. */
    private List<RunChange> leftToPeople(List<RunChange> pending) {
        List<RunChange> ours = new ArrayList<>();
        for (var change : pending) {
            if (change.change() instanceof CodeAdvice) {
                changes.end(change, ChangeStatus.TO_BE_TAKEN_BACK, change.noteOnceUndone(), clock.instant());
            } else {
                ours.add(change);
            }
        }
        return ours;
    }

    private boolean takeBack(RunChange change, TargetDatabase database, Progress progress) throws InterruptedException {
        if (change.status() == ChangeStatus.REVERTED) {
            return true;
        }
        boolean back = work.undo(change, database, progress);
        if (back) {
            changes.end(change, ChangeStatus.REVERTED, change.noteOnceUndone(), clock.instant());
        }
        return back || all.get(change.id()).status() == ChangeStatus.REVERTED;
    }
}
