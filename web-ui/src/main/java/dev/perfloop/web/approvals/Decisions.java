package dev.perfloop.web.approvals;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A person's word: written down first, then sent. The first one counts. */
@Service
class Decisions {
    /**
     * The approval is announced a moment before the engine listens for its decision; an approval has one decision, so a
     * message that is kept can hit nothing else.
     */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** The engine looks for messages to forget once a minute; until then it refuses the same id. */
    static final Duration FORGOTTEN = KEPT.plusMinutes(2);

    private final DecisionOutboxRepository outbox;
    private final ApprovalRepository approvals;
    private final DecisionLimits limits;
    private final Engine engine;
    private final InstantSource clock;

    Decisions(
            DecisionOutboxRepository outbox,
            ApprovalRepository approvals,
            DecisionLimits limits,
            Engine engine,
            InstantSource clock) {
        this.outbox = outbox;
        this.approvals = approvals;
        this.limits = limits;
        this.engine = engine;
        this.clock = clock;
    }

    Decided decide(String approvalId, Wish wish, String by) {
        if (wish.decision() == Decision.REJECT && wish.comment().isEmpty()) {
            throw Refused.invalid(
                    "A rejection needs its reason.",
                    "Say in comment why; it is kept with the run.",
                    List.of(new FieldProblem(1, "comment", "this field is missing")));
        }
        ApprovalView asked = approvals.find(approvalId).orElseThrow(() -> unknown(approvalId));
        if (!asked.status().equals("PENDING") || asked.decision() != null) {
            throw refusal(asked);
        }
        if (wish.decision() == Decision.APPROVE
                && asked.fourEyes()
                && asked.requestedBy().equals(by)) {
            throw Refused.forbidden(
                    "Target \"" + asked.target() + "\" wants four eyes, and " + by + " asked for run \"" + asked.runId()
                            + "\".",
                    "Let another approver decide. You may still reject it, or cancel the run.");
        }
        String id = UUID.randomUUID().toString();
        var said = new Pending(id, approvalId, wish.decision(), by, wish.comment());
        if (!outbox.decide(
                said,
                limits.leftOut(asked, wish),
                limits.notBefore(asked, wish),
                limits.mayTakeBack(asked, wish),
                clock.instant())) {
            throw refusal(approvals.find(approvalId).orElseThrow(() -> unknown(approvalId)));
        }
        return new Decided(id, send(said));
    }

    Delivery send(Pending decision) {
        Delivery delivery = engine.publish(new EngineMessage(
                Messages.APPROVAL_DECIDED,
                decision.approvalId(),
                decision.id(),
                KEPT,
                new DecisionVariables(decision.decision(), decision.comment(), decision.by())));
        if (delivery == Delivery.SENT) {
            outbox.sent(decision.id(), clock.instant());
        }
        return delivery;
    }

    private static Refused refusal(ApprovalView approval) {
        String how = approval.decision() != null
                ? "was decided already: " + approval.decision() + " by " + approval.decidedBy()
                : "is " + approval.status() + " and takes no decision";
        return Refused.conflict(
                "Approval \"" + approval.id() + "\" " + how + ".",
                "GET /api/approvals?status=PENDING lists what waits.");
    }

    static Refused unknown(String approvalId) {
        return Refused.notFound(
                "There is no approval \"" + approvalId + "\".", "GET /api/approvals?status=PENDING lists what waits.");
    }

    /**
     * @param without changes to leave out, by number or id
     * @param mayTakeBack whether what is kept may be taken back by itself
     * @param notBefore when the changes may begin, as written; null for at once
     */
    record Wish(
            Decision decision,
            String comment,
            List<String> without,
            @Nullable String notBefore,
            boolean mayTakeBack) {}

    record Decided(String decisionId, Delivery delivery) {}

    record Pending(String id, String approvalId, Decision decision, String by, String comment) {}

    record DecisionVariables(Decision decision, String decisionComment, String decidedBy) {}
}
