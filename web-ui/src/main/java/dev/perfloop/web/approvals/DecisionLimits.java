package dev.perfloop.web.approvals;

import dev.perfloop.contract.ChangeWindow;
import dev.perfloop.web.approvals.Decisions.Wish;
import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a yes may be limited to: some of the changes, and to a plan a time from which on. */
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
        onlyOf(asked, wish, "without", Set.of("PLAN", "BY_HAND"), "Only a yes to changes can be limited.");
        try {
            return approvals.changesOf(asked).ids(wish.without());
        } catch (IllegalArgumentException undoable) {
            throw refused("without", undoable);
        }
    }

    @Nullable Instant notBefore(ApprovalView asked, Wish wish) {
        if (wish.notBefore() == null || wish.notBefore().isBlank()) {
            return null;
        }
        onlyOf(asked, wish, "notBefore", Set.of("PLAN"), "Only a yes to a plan can be put off.");
        try {
            return ChangeWindow.opens(wish.notBefore(), clock.instant(), ZoneId.systemDefault());
        } catch (IllegalArgumentException undoable) {
            throw refused("notBefore", undoable);
        }
    }

    boolean mayTakeBack(ApprovalView asked, Wish wish) {
        if (wish.mayTakeBack()) {
            onlyOf(asked, wish, "mayTakeBack", Set.of("PLAN"), "Only of a plan anything can be taken back.");
        }
        return wish.mayTakeBack();
    }

    private static void onlyOf(ApprovalView asked, Wish wish, String field, Set<String> kinds, String why) {
        if (wish.decision() != Decision.APPROVE || !kinds.contains(asked.kind())) {
            throw refused(field, new IllegalArgumentException(why + " Leave it out."));
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
