package dev.perfloop.approval;

import dev.perfloop.approval.Decision.Place;
import dev.perfloop.run.Journal;
import dev.perfloop.run.RunId;
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
    private final Journal journal;
    private final InstantSource clock;

    Approvals(ApprovalRepository approvals, Journal journal, InstantSource clock) {
        this.approvals = approvals;
        this.journal = journal;
        this.clock = clock;
    }

    void request(String id, RunId run, ApprovalKind kind, @Nullable String expiry) {
        var now = clock.instant();
        approvals.request(id, run, kind, now, Expiry.after(now, expiry));
        announce(id, run);
        log.info("Approval {} ({}) of run {} is waiting for a person", id, kind, run);
    }

    void remind(String id, RunId run) {
        approvals.remind(id, clock.instant());
        announce(id, run);
        log.warn("Approval {} of run {} still waits for a person", id, run);
    }

    /** Writes the process's decision down and says whether it is a yes; a second call says the same. */
    boolean record(String id, RunId run, @Nullable String said, @Nullable String comment, @Nullable String by) {
        var decision = read(id, said, comment, by);
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
        return decision.approved();
    }

    /** Nobody is asked any more, because the run ended first. */
    public void withdraw(RunId run) {
        approvals.withdraw(run, clock.instant()).forEach(id -> announce(id, run));
    }

    private Decision read(String id, @Nullable String said, @Nullable String comment, @Nullable String by) {
        var status = status(said);
        var ours = approvals.said(id);
        if (ours.isPresent() && ours.get().decision().equals(said)) {
            var person = ours.get();
            return new Decision(status, person.decidedBy(), person.decidedAt(), Place.PERFLOOP, person.comment());
        }
        ours.ifPresent(person -> log.warn(
                "Approval {}: {} said {} in Perfloop, but the process had gone on with {}; that stands",
                id,
                person.decidedBy(),
                person.decision(),
                said));
        var place = status == ApprovalStatus.EXPIRED ? Place.TIMER : Place.TASKLIST;
        return new Decision(status, by, clock.instant(), place, comment);
    }

    /** A task that was completed without a decision is not a yes. */
    private static ApprovalStatus status(@Nullable String said) {
        return switch (said) {
            case "APPROVE" -> ApprovalStatus.APPROVED;
            case "EXPIRED" -> ApprovalStatus.EXPIRED;
            case null, default -> ApprovalStatus.REJECTED;
        };
    }

    private void announce(String id, RunId run) {
        journal.announce(run, "APPROVAL", approvals.announcement(id));
    }
}
