package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetUnavailable;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The changes of the runs: proposed by the plan, judged after the validation. */
@Service
public class Changes {
    private final ChangeRepository changes;
    private final Fingerprints fingerprints;
    private final Runs runs;
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    Changes(
            ChangeRepository changes,
            Fingerprints fingerprints,
            Runs runs,
            TargetDatabase.Door door,
            InstantSource clock) {
        this.changes = changes;
        this.fingerprints = fingerprints;
        this.runs = runs;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Puts a change at the end of a run's order. Proposing the same change again gives the id it has.
     *
     * @return the change's id
     */
    @Transactional
    public String propose(RunId run, @Nullable String findingId, Change change) {
        return propose(run, findingId, change, null);
    }

    /**
     * The same with what the change is expected to take on the target's disk.
     *
     * @param forecastBytes null where nobody can tell
     */
    @Transactional
    public String propose(RunId run, @Nullable String findingId, Change change, @Nullable Long forecastBytes) {
        return changes.find(run, ChangeRepository.PLAN, change).orElseGet(() -> {
            var planned = changes.fingerprintPlanned(run);
            String id = changes.add(run, ChangeRepository.PLAN, findingId, change);
            changes.plan(id, forecastBytes, planned.isPresent() ? planned.get() : fingerprint(run));
            return id;
        });
    }

    /** Null when the target does not answer: its change is then held against the preconditions alone. */
    private @Nullable String fingerprint(RunId run) {
        try {
            return fingerprints.take(door.of(runs.targetOf(run)));
        } catch (TargetUnavailable noAnswer) {
            return null;
        }
    }

    /** In the order in which they are applied. */
    public List<RunChange> ofRun(RunId run) {
        return changes.ofRun(run);
    }

    public RunChange get(String id) {
        return changes.find(id).orElseThrow(() -> new IllegalStateException("There is no change " + id));
    }

    /** Says that an applied change did not earn its place: it is taken back by {@code undo-changes}. */
    public void reject(String id, String why) {
        changes.judge(id, false, why);
    }

    /** Says why an applied change may stay; what is not rejected stays once it is kept. */
    public void accept(String id, String why) {
        changes.judge(id, null, why);
    }

    /** Lets stand for good what was applied and not found wanting. */
    public void keep(RunId run) {
        changes.ofRun(run).stream()
                .filter(change -> change.status() == ChangeStatus.APPLIED && !Boolean.FALSE.equals(change.earned()))
                .forEach(change -> changes.end(change, ChangeStatus.KEPT, null, clock.instant()));
    }

    /** Closes what an approver took out of a plan; what was begun meanwhile stays as it is. */
    public void leaveOut(List<String> ids, String why) {
        ids.stream()
                .map(this::get)
                .filter(change -> change.status() == ChangeStatus.PROPOSED)
                .forEach(change -> changes.end(change, ChangeStatus.SKIPPED, why, clock.instant()));
    }

    /** Whether anything of the plan is left to a person, who has not said yet what became of it. */
    public boolean waitForPerson(RunId run) {
        return changes.ofRun(run).stream().anyMatch(RunChange::waitsForPerson);
    }

    /** Whether anything of the plan is on the target now. */
    public boolean isAnythingApplied(RunId run) {
        return changes.ofRun(run).stream()
                .map(RunChange::status)
                .anyMatch(status -> status == ChangeStatus.APPLIED || status == ChangeStatus.KEPT);
    }

    /**
     * A person did what was left to people. What of the schema differs from what Perfloop last saw there counts as their work.
     *
     * @param how who says so, in words
     */
    public void doneByHand(RunId run, String how) {
        if (waitForPerson(run)) {
            String now = fingerprints.take(door.of(runs.targetOf(run)));
            String before = changes.lastFingerprint(run).orElse(now);
            for (var change : changes.ofRun(run)) {
                if (change.waitsForPerson()) {
                    changes.doneByHand(change, before, now, how, clock.instant());
                    before = now;
                }
            }
        }
    }

    /** Nobody did what was left to people. */
    public void notDoneByHand(RunId run, String why) {
        changes.ofRun(run).stream()
                .filter(RunChange::waitsForPerson)
                .forEach(change -> changes.end(change, ChangeStatus.SKIPPED, why, clock.instant()));
    }

    /** Closes what was proposed and never begun, for example because the plan was rejected. */
    public void skipProposed(RunId run, String why) {
        changes.ofRun(run).stream()
                .filter(change -> change.status() == ChangeStatus.PROPOSED)
                .forEach(change -> changes.end(change, ChangeStatus.SKIPPED, why, clock.instant()));
    }
}
