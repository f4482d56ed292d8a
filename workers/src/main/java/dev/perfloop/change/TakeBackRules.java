package dev.perfloop.change;

import dev.perfloop.run.Runs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands against taking a kept change back; asked before anything is touched. */
@Component
class TakeBackRules {
    private final TakeBackRepository rows;
    private final SchemaSnapshotRepository snapshots;
    private final ServiceConditions services;
    private final Runs runs;

    TakeBackRules(TakeBackRepository rows, SchemaSnapshotRepository snapshots, ServiceConditions services, Runs runs) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.services = services;
        this.runs = runs;
    }

    /** Why not, as a sentence, by what our own rows say. */
    Optional<String> reasonAgainst(RunChange change) {
        if (change.status() != ChangeStatus.KEPT) {
            return Optional.of("It is not kept any more.");
        }
        if (change.change() instanceof CodeAdvice) {
            return Optional.of("A person applied it, and only a person can take it back.");
        }
        var active = rows.activeRun(change.runId());
        if (active.isPresent()) {
            return Optional.of(
                    "Run " + active.get()
                            + " of this target is under way: what it measures must not change meanwhile. Ask again afterwards.");
        }
        var resting = rows.restingOn(change.id());
        return resting.isEmpty()
                ? Optional.empty()
                : Optional.of("Another change rests on it: " + String.join("; ", resting) + ". Take that back first.");
    }

    /** The undo would put back what was there before the change, and with it undo what somebody else did there since. */
    Optional<String> movedSince(RunChange change, SchemaSnapshot now) {
        var before = snapshots.get(Objects.requireNonNull(change.fingerprintBefore()));
        var after = snapshots.get(Objects.requireNonNull(change.fingerprintAfter()));
        List<String> moved = Footprint.of(change.change(), before, after).movedIn(now);
        Optional<String> what = moved.isEmpty() ? ofService(change) : Optional.of(Footprint.named(moved) + ".");
        return what.map(it -> "Somebody changed since what it did: " + it
                + " Whether that shall go too, only a person can say; take it back by hand.");
    }

    private Optional<String> ofService(RunChange change) {
        return change.change() instanceof ServiceChange service
                ? services.movedSince(service, runs.targetOf(change.runId()))
                : Optional.empty();
    }
}
