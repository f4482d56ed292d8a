package dev.perfloop.approval;

import dev.perfloop.approval.ApprovalRepository.Asked;
import dev.perfloop.approval.Decision.Place;
import dev.perfloop.contract.ChangeWindow;
import dev.perfloop.contract.LeavingOut;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes out what was decided, by whom and where, and whether it counts. */
@Component
class DecisionReader {
    private static final Logger log = LoggerFactory.getLogger(DecisionReader.class);

    private final ApprovalRepository approvals;
    private final InstantSource clock;

    DecisionReader(ApprovalRepository approvals, InstantSource clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException says why what was typed in Tasklist cannot be done */
    Decision read(String id, Asked asked, Answer answer) {
        var ours = approvals.said(id);
        if (ours.isPresent() && ours.get().decision().equals(answer.decision())) {
            var person = ours.get();
            return new Decision(
                    answer.status(),
                    person.decidedBy(),
                    person.decidedAt(),
                    Place.PERFLOOP,
                    person.comment(),
                    person.leftOut(),
                    person.notBefore());
        }
        ours.ifPresent(person -> log.warn(
                "Approval {}: {} said {} in Perfloop, but the process had gone on with {}; that stands",
                id,
                person.decidedBy(),
                person.decision(),
                answer.decision()));
        var now = clock.instant();
        var status = answer.status();
        boolean plan = status == ApprovalStatus.APPROVED && asked.kind() == ApprovalKind.PLAN;
        String notBefore = plan ? answer.notBefore() : null;
        return new Decision(
                status,
                answer.by(),
                now,
                status == ApprovalStatus.EXPIRED ? Place.TIMER : Place.TASKLIST,
                answer.comment(),
                plan ? new LeavingOut(approvals.plan(asked.run())).ids(answer.leftOut()) : List.of(),
                notBefore == null || notBefore.isBlank()
                        ? null
                        : ChangeWindow.opens(notBefore, now, ZoneId.systemDefault()));
    }

    /** Why a yes does not count; empty when it does. Only a decision in Perfloop says for certain who took it. */
    static Optional<String> againstFourEyes(Asked asked, Decision decision) {
        if (!asked.fourEyes() || !decision.approved()) {
            return Optional.empty();
        }
        if (decision.place() != Place.PERFLOOP) {
            return Optional.of(
                    "The target wants four eyes, and Tasklist does not say who decided. Approve it in Perfloop.");
        }
        return asked.requestedBy().equals(decision.by())
                ? Optional.of("The target wants four eyes, and " + decision.by()
                        + " asked for the run. Somebody else has to approve it.")
                : Optional.empty();
    }
}
