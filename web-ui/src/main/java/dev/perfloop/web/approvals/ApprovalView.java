package dev.perfloop.web.approvals;

import dev.perfloop.web.plans.PlanView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param decision what a person said in our UI; with status PENDING the engine has not taken it yet
 * @param decidedIn PERFLOOP, TASKLIST or TIMER
 */
record ApprovalView(
        String id,
        String runId,
        String target,
        String kind,
        String status,
        Instant requestedAt,
        @Nullable Instant expiresAt,
        @Nullable String decision,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decidedIn,
        @Nullable String comment,
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
                itsPlan);
    }
}
