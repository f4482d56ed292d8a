package dev.perfloop.change;

import dev.perfloop.change.TakeBackRepository.TakeBack;
import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes one kept change back, and shows that its target is as it would be without it. Comes again after a crash and goes on. */
@Service
class TakeBackChange {
    /** How it ended for now; what ended for good is the row's outcome. */
    enum End {
        TAKEN_BACK,
        REFUSED,
        /** A person ended it, and takes care of the target. */
        GIVEN_UP,
        /** Before it was done; somebody comes again. */
        CALLED_OFF
    }

    private final TakeBackRepository rows;
    private final TakeBackRules rules;
    private final Changes all;
    private final ChangeRepository changes;
    private final ChangeWork work;
    private final SchemaRepository catalog;
    private final SchemaSnapshotRepository snapshots;
    private final ServiceConditions services;
    private final Runs runs;
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    TakeBackChange(
            TakeBackRepository rows,
            TakeBackRules rules,
            Changes all,
            ChangeRepository changes,
            ChangeWork work,
            SchemaRepository catalog,
            SchemaSnapshotRepository snapshots,
            ServiceConditions services,
            Runs runs,
            TargetDatabase.Door door,
            InstantSource clock) {
        this.rows = rows;
        this.rules = rules;
        this.all = all;
        this.changes = changes;
        this.work = work;
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.services = services;
        this.runs = runs;
        this.door = door;
        this.clock = clock;
    }

    /** @throws TargetRefused when the target is not as it would be without the change */
    End takeBack(String id, Progress progress) throws InterruptedException {
        var wish = rows.get(id);
        if (wish.outcome() instanceof String outcome) {
            return End.valueOf(outcome);
        }
        var change = all.get(wish.change());
        boolean begun = wish.fingerprint() != null;
        var refusal = begun ? Optional.<String>empty() : rules.reasonAgainst(change);
        if (refusal.isPresent()) {
            return end(id, End.REFUSED, refusal.get());
        }
        // Weeks may have passed: the target's file says by now where its database is and how to enter it.
        var database = door.of(runs.targetByNow(change.runId()));
        if (!begun) {
            var now = catalog.snapshot(database);
            var moved = rules.movedSince(change, now);
            if (moved.isPresent()) {
                return end(id, End.REFUSED, moved.get());
            }
            rows.begin(id, snapshots.keep(now));
        }
        return undo(change, wish, database, progress)
                ? end(id, End.TAKEN_BACK, verified(all.get(change.id()), rows.get(id), database))
                : End.CALLED_OFF;
    }

    private End end(String id, End end, String note) {
        rows.end(id, end.name(), note, clock.instant());
        return end;
    }

    private boolean undo(RunChange change, TakeBack wish, TargetDatabase database, Progress progress)
            throws InterruptedException {
        if (change.status() == ChangeStatus.KEPT) {
            changes.move(change, ChangeStatus.UNDOING);
        }
        var undoing = all.get(change.id());
        if (undoing.status() == ChangeStatus.REVERTED) {
            return true;
        }
        progress.at(0, "Taking back: " + change.change().undo());
        if (!work.undo(undoing, database, progress)) {
            return false;
        }
        String remains = change.change().remains();
        String words = "Taken back by " + wish.by() + (wish.reason().isEmpty() ? "." : ": " + wish.reason());
        changes.end(undoing, ChangeStatus.REVERTED, remains.isEmpty() ? words : words + " " + remains, clock.instant());
        return true;
    }

    /** Somebody else may have changed other things since; what this change did must be gone, and what it took away back. */
    private String verified(RunChange change, TakeBack wish, TargetDatabase database) {
        var now = catalog.snapshot(database);
        var with = snapshots.get(Objects.requireNonNull(change.fingerprintAfter()));
        var without = snapshots.get(Objects.requireNonNull(change.fingerprintBefore()));
        var expected = snapshots.get(Objects.requireNonNull(wish.fingerprint())).withDifference(with, without);
        List<String> wrong =
                new ArrayList<>(Footprint.of(change.change(), without, with).leftIn(now));
        if (change.change() instanceof ServiceChange service) {
            services.difference(service, runs.targetOf(change.runId())).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new TargetRefused(
                    "Change " + change.id() + " was taken back, and the target is not as without it: "
                            + Footprint.named(wrong) + ".",
                    "Put these objects right (somebody else may have changed them meanwhile), then retry; or give it up: "
                            + "perfloop run take-back " + change.id() + " --give-up");
        }
        String print = now.fingerprint().substring(0, 12);
        return now.equals(expected)
                ? "The schema is what it was without the change: fingerprint " + print + "."
                : "What the change did is gone (fingerprint " + print
                        + "); meanwhile somebody else changed something else.";
    }
}
