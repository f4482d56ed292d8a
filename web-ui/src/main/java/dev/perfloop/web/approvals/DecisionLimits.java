package dev.perfloop.web.approvals;

import dev.perfloop.contract.ChangeWindow;
import dev.perfloop.web.approvals.Decisions.Wish;
import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a yes to a plan may be limited to: some of its changes, and a time from which on. */
@Component
class DecisionLimits {
    private final ApprovalRepository approvals;
    private final InstantSource clock;

    DecisionLimits(ApprovalRepository approvals, InstantSource clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    /** Ids of the changes that are not to be applied. */
    List<String> leftOut(ApprovalView asked, Wish wish) {
        if (wish.without().isEmpty()) {
            return List.of();
        }
        onlyOfPlans(asked, wish, "without");
        try {
            return approvals.planOf(asked).ids(wish.without());
        } catch (IllegalArgumentException undoable) {
            throw refused("without", undoable);
        }
    }

    @Nullable Instant notBefore(ApprovalView asked, Wish wish) {
        if (wish.notBefore() == null || wish.notBefore().isBlank()) {
            return null;
        }
        onlyOfPlans(asked, wish, "notBefore");
        try {
            return ChangeWindow.opens(wish.notBefore(), clock.instant(), ZoneId.systemDefault());
        } catch (IllegalArgumentException undoable) {
            throw refused("notBefore", undoable);
        }
    }

    private static void onlyOfPlans(ApprovalView asked, Wish wish, String field) {
        if (wish.decision() != Decision.APPROVE || !asked.kind().equals("PLAN")) {
            throw refused(field, new IllegalArgumentException("Only a yes to a plan can be limited. Leave it out."));
        }
    }

    private static Refused refused(String field, IllegalArgumentException undoable) {
        String why = String.valueOf(undoable.getMessage());
        return Refused.invalid(
                why,
                "GET /api/runs/{id}/plan shows the changes and what each needs.",
                List.of(new FieldProblem(1, field, why)));
    }
}
