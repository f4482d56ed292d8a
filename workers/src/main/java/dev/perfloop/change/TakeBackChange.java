package dev.perfloop.change;

import dev.perfloop.change.TakeBackRepository.TakeBack;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes one kept change back, and shows that its target is as it would be without it. Comes again after a crash and goes on. */
@Service
class TakeBackChange {
    private static final int NAMED = 5;

    private final TakeBackRepository rows;
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

    /**
     * False when it was called off before it was done.
     *
     * @throws TargetRefused when the target is not as it would be without the change
     */
    boolean takeBack(String id, Progress progress) throws InterruptedException {
        var wish = rows.get(id);
        if (wish.ended()) {
            return true;
        }
        var change = all.get(wish.change());
        if (wish.fingerprint() == null) {
            var refusal = reasonAgainst(change);
            if (refusal.isPresent()) {
                rows.end(id, "REFUSED", refusal.get(), clock.instant());
                return true;
            }
        }
        var target = runs.targetOf(change.runId());
        var database = door.of(target);
        if (wish.fingerprint() == null) {
            rows.begin(id, snapshots.keep(catalog.snapshot(database)));
        }
        if (!undo(change, wish, database, progress)) {
            return false;
        }
        rows.end(
                id,
                "TAKEN_BACK",
                verified(all.get(change.id()), rows.get(id).fingerprint(), target, database),
                clock.instant());
        return true;
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

    private Optional<String> reasonAgainst(RunChange change) {
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

    /** Somebody else may have changed other things since; what this change did must be gone, and what it took away back. */
    private String verified(RunChange change, @Nullable String fingerprint, Target target, TargetDatabase database) {
        var now = catalog.snapshot(database);
        var with = snapshots.get(Objects.requireNonNull(change.fingerprintAfter()));
        var without = snapshots.get(Objects.requireNonNull(change.fingerprintBefore()));
        var expected = snapshots.get(Objects.requireNonNull(fingerprint)).withDifference(with, without);
        List<String> wrong = new ArrayList<>();
        without.without(with).stream()
                .filter(line -> !now.lines().contains(line))
                .forEach(line -> wrong.add("missing: " + line));
        with.without(without).stream().filter(now.lines()::contains).forEach(line -> wrong.add("still there: " + line));
        if (change.change() instanceof ServiceChange service) {
            services.difference(service, target).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new TargetRefused(
                    "Change " + change.id() + " was taken back, and the target is not as without it: "
                            + String.join("; ", wrong.subList(0, Math.min(NAMED, wrong.size()))) + ".",
                    "Put these objects right (somebody else may have changed them meanwhile), then retry.");
        }
        String print = now.fingerprint().substring(0, 12);
        return now.equals(expected)
                ? "The schema is what it was without the change: fingerprint " + print + "."
                : "What the change did is gone (fingerprint " + print
                        + "); meanwhile somebody else changed something else.";
    }
}
