package dev.perfloop.approval;

import dev.perfloop.approval.ApprovalRepository.Asked;
import dev.perfloop.change.Changes;
import dev.perfloop.run.Journal;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What people were asked and what they said. */
@Service
public class Approvals {
    private static final Logger log = LoggerFactory.getLogger(Approvals.class);

    private final ApprovalRepository approvals;
    private final DecisionReader reader;
    private final Changes changes;
    private final Runs runs;
    private final Journal journal;
    private final InstantSource clock;

    Approvals(
            ApprovalRepository approvals,
            DecisionReader reader,
            Changes changes,
            Runs runs,
            Journal journal,
            InstantSource clock) {
        this.approvals = approvals;
        this.reader = reader;
        this.changes = changes;
        this.runs = runs;
        this.journal = journal;
        this.clock = clock;
    }

    void request(String id, RunId run, ApprovalKind kind, @Nullable String expiry) {
        var now = clock.instant();
        // Saying what one has done is no approval.
        boolean fourEyes =
                kind != ApprovalKind.BY_HAND && runs.targetOf(run).approval().fourEyes();
        approvals.request(id, run, kind, now, Expiry.after(now, expiry), fourEyes);
        announce(id, run);
        log.info("Approval {} ({}) of run {} is waiting for a person", id, kind, run);
    }

    void remind(String id, RunId run) {
        approvals.remind(id, clock.instant());
        announce(id, run);
        log.warn("Approval {} of run {} still waits for a person", id, run);
    }

    /**
     * Writes the process's decision down and says what follows; a second call says the same. A yes that does not count is asked for
     * again where it is about a plan, and is a no elsewhere.
     */
    Recorded record(String id, RunId run, Answer answer) {
        var asked = approvals.asked(id);
        if (asked.status() != ApprovalStatus.PENDING) {
            return new Recorded.Stands(asked.status() == ApprovalStatus.APPROVED, asked.notBefore());
        }
        try {
            var decision = reader.read(id, asked, answer);
            var objection = DecisionReader.againstFourEyes(asked, decision);
            return objection.isEmpty()
                    ? decided(id, asked, decision)
                    : asked.kind() == ApprovalKind.PLAN
                            ? askAgain(id, run, objection.get())
                            : decided(id, asked, decision.refused(objection.get()));
        } catch (IllegalArgumentException undoable) {
            return askAgain(id, run, String.valueOf(undoable.getMessage()));
        }
    }

    private Recorded decided(String id, Asked asked, Decision decision) {
        var run = asked.run();
        // First the changes: cut off in between, the decision is recorded once more, and says the same.
        if (asked.kind() == ApprovalKind.BY_HAND) {
            byHand(run, decision);
        } else {
            changes.leaveOut(decision.leftOut(), decision.whoLeftOut());
        }
        if (approvals.decide(id, decision)) {
            announce(id, run);
            log.info(
                    "Approval {} of run {}: {} by {} in {}",
                    id,
                    run,
                    decision.status(),
                    decision.by(),
                    decision.place());
        }
        return new Recorded.Stands(decision.approved(), decision.notBefore());
    }

    private void byHand(RunId run, Decision decision) {
        if (decision.approved()) {
            changes.leaveOut(decision.leftOut(), decision.saying("Not done"));
            changes.doneByHand(run, decision.saying("Applied by hand"));
        } else {
            changes.notDoneByHand(
                    run,
                    decision.status() == ApprovalStatus.EXPIRED
                            ? "Nobody said in time that it was done."
                            : decision.saying("Not done"));
        }
    }

    private Recorded askAgain(String id, RunId run, String why) {
        approvals.refuse(id, why);
        announce(id, run);
        log.warn("Approval {} of run {} is asked for again: {}", id, run, why);
        return new Recorded.AskedAgain(why);
    }

    /** Nobody is asked any more, because the run ended first. */
    public void withdraw(RunId run) {
        approvals.withdraw(run, clock.instant()).forEach(id -> announce(id, run));
    }

    private void announce(String id, RunId run) {
        journal.announce(run, "APPROVAL", approvals.announcement(id));
    }
}
