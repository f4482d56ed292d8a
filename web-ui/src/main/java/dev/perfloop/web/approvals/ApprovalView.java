package dev.perfloop.web.approvals;

import dev.perfloop.web.plans.PlanView;
import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param decision what a person said in our UI; with status PENDING the engine has not taken it yet
 * @param decidedIn PERFLOOP, TASKLIST or TIMER
 * @param requestedBy who asked for the run
 * @param fourEyes whether somebody else has to approve
 * @param leftOut ids of the changes that are not to be applied
 * @param notBefore when the changes may begin; absent for at once
 * @param refusal why the last decision did not count and another is waited for
 * @param plan what it is about; absent in lists
 */
record ApprovalView(
        String id,
        String runId,
        String target,
        @Schema(implementation = Allowed.ApprovalKind.class) String kind,
        @Schema(implementation = ApprovalStatus.class) String status,
        Instant requestedAt,
        @Nullable Instant expiresAt,
        @Schema(implementation = Decision.class) @Nullable String decision,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,

        @Schema(implementation = Allowed.DecidedIn.class) @Nullable String decidedIn,

        @Nullable String comment,
        String requestedBy,
        boolean fourEyes,
        List<String> leftOut,
        @Nullable Instant notBefore,
        @Nullable String refusal,
        @Nullable PlanView plan) {

    ApprovalView with(@Nullable PlanView itsPlan) {
        return new ApprovalView(
                id,
                runId,
                target,
                kind,
                status,
                requestedAt,
                expiresAt,
                decision,
                decidedAt,
                decidedBy,
                decidedIn,
                comment,
                requestedBy,
                fourEyes,
                leftOut,
                notBefore,
                refusal,
                itsPlan);
    }
}
