package dev.perfloop.change;

import static dev.perfloop.change.ChangeStatus.REVERTED;
import static dev.perfloop.change.ChangeStatus.SKIPPED;

import dev.perfloop.change.guard.Permission;
import dev.perfloop.change.watch.Watching;
import dev.perfloop.run.Runs;
import dev.perfloop.target.HookFailed;
import dev.perfloop.target.LockNotAvailable;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Applies one change, exactly once in effect: each delivery goes on from what the last one left on the target. */
@Service
class ApplyChange {
    private final Changes all;
    private final ChangeRepository changes;
    private final ChangeStatementRepository statements;
    private final Clearance clearance;
    private final Watching watching;
    private final Fingerprints fingerprints;
    private final WatchedWork watched;
    private final ChangeWork work;
    private final Runs runs;
    private final TargetDatabase.Door door;
    private final ChangeProperties properties;
    private final InstantSource clock;

    ApplyChange(
            Changes all,
            ChangeRepository changes,
            ChangeStatementRepository statements,
            Clearance clearance,
            Watching watching,
            Fingerprints fingerprints,
            WatchedWork watched,
            ChangeWork work,
            Runs runs,
            TargetDatabase.Door door,
            ChangeProperties properties,
            InstantSource clock) {
        this.all = all;
        this.changes = changes;
        this.statements = statements;
        this.clearance = clearance;
        this.watching = watching;
        this.fingerprints = fingerprints;
        this.watched = watched;
        this.work = work;
        this.runs = runs;
        this.door = door;
        this.properties = properties;
        this.clock = clock;
    }

    Applied apply(String id, Progress progress) throws InterruptedException {
        var change = all.get(id);
        if (change.change() instanceof CodeAdvice advice) {
            return new Applied.Done("Left to a person: " + advice.title());
        }
        var target = runs.targetOf(change.runId());
        var database = door.of(target);
        return switch (change.status()) {
            case PROPOSED -> begin(change, target, database, progress);
            case APPLYING -> work(change, target, database, progress);
            case UNDOING -> clearAway(change, database, progress);
            case APPLIED, TAKING_OUT, OUT, PUTTING_BACK, KEPT ->
                new Applied.Done("Applied: " + change.change().statements().getFirst());
            case SKIPPED ->
                clearance.wasGivenUp(change)
                        ? new Applied.Failed(why(change))
                        : new Applied.Done("Skipped: " + why(change));
            case TO_BE_TAKEN_BACK -> throw new IllegalStateException("Change " + id + " is a person's work");
            case REVERTED ->
                !change.stopped() && canGoOnWithout(change)
                        ? new Applied.Done("Not applied, the others go on: " + why(change))
                        : new Applied.Failed(why(change));
        };
    }

    private Applied begin(RunChange change, Target target, TargetDatabase database, Progress progress)
            throws InterruptedException {
        switch (clearance.of(change, target, database, progress)) {
            case Permission.Later later -> {
                return new Applied.Later(later.why(), later.pause());
            }
            case Permission.LeftOut leftOut -> changes.end(change, SKIPPED, leftOut.why(), clock.instant());
            case Permission.GivenUp givenUp -> changes.end(change, SKIPPED, givenUp.why(), clock.instant());
            case Permission.Granted granted -> {
                watching.remember(change, target);
                changes.begin(change, fingerprints.take(database));
            }
        }
        return apply(change.id(), progress);
    }

    private Applied work(RunChange change, Target target, TargetDatabase database, Progress progress)
            throws InterruptedException {
        int failuresBefore = statements.lockFailures(change.id());
        try {
            return watched.apply(change, target, database, progress) && applied(change, database)
                    ? apply(change.id(), progress)
                    : leave();
        } catch (LockNotAvailable busy) {
            int failures = statements.lockFailures(change.id());
            if (failures == failuresBefore) {
                throw busy; // Not the change itself was kept waiting but our reading: the engine counts those.
            }
            return failures < properties.lockAttempts()
                    ? new Applied.Later(
                            "Another session holds the lock; attempt %d of %d."
                                    .formatted(failures, properties.lockAttempts()),
                            properties.lockBackoff().multipliedBy(failures))
                    : giveUp(change, database, busy.getMessage(), progress);
        } catch (StatementFailed failure) {
            return giveUp(change, database, failure.getMessage(), progress);
        } catch (WithoutEffect | HookFailed failure) {
            return giveUp(change, database, failure.getMessage() + " " + failure.mend(), progress);
        }
    }

    private boolean applied(RunChange change, TargetDatabase database) {
        return changes.applied(change, fingerprints.take(database), clock.instant());
    }

    private Applied giveUp(RunChange change, TargetDatabase database, @Nullable String why, Progress progress)
            throws InterruptedException {
        changes.beginUndo(change, why);
        return clearAway(all.get(change.id()), database, progress);
    }

    private Applied clearAway(RunChange change, TargetDatabase database, Progress progress)
            throws InterruptedException {
        if (!work.undo(change, database, progress)) {
            return leave();
        }
        changes.end(change, REVERTED, change.noteOnceUndone(), clock.instant());
        return apply(change.id(), progress);
    }

    /** An index that fails may leave a set without its sense; statistics and parameters stand by themselves. */
    private boolean canGoOnWithout(RunChange reverted) {
        return !(reverted.change() instanceof IndexChange)
                && all.ofRun(reverted.runId()).stream().anyMatch(other -> switch (other.status()) {
                    case PROPOSED, APPLYING, APPLIED, TAKING_OUT, OUT, PUTTING_BACK -> true;
                    case UNDOING, KEPT, REVERTED, SKIPPED, TO_BE_TAKEN_BACK -> false;
                });
    }

    private static Applied leave() {
        return new Applied.Later("Somebody else is at this change now.", Duration.ZERO);
    }

    private static String why(RunChange change) {
        return Objects.requireNonNullElse(change.note(), "no reason was noted");
    }
}
