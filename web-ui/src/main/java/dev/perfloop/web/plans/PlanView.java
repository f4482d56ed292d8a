package dev.perfloop.web.plans;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.rows.RawJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param document Markdown: findings, statements in order, risk, rollback, estimate
 * @param content the same as data: totals, steps with their needs, what a person has to do, sequence, rollback; absent in plans
 *     that an earlier version drafted
 */
public record PlanView(
        String tier,
        String summary,
        String document,
        Instant createdAt,
        List<ChangeView> changes,
        @Nullable RawJson content) {

    /**
     * @param statement what is sent to the target
     * @param undoStatement what takes it back, written before it is applied
     * @param earned absent until judged; false: it is taken back
     * @param guards what each guard answered before it was begun, the looks that held it back among them
     */
    public record ChangeView(
            String id,
            int position,
            @Nullable String findingId,
            String kind,
            String statement,
            String undoStatement,

            @Schema(implementation = Allowed.ChangeStatus.class)
            String status,

            @Nullable Boolean earned,
            @Nullable String note,
            @Nullable Instant appliedAt,
            @Nullable Instant endedAt,
            List<GuardAnswer> guards) {}

    /**
     * @param guard DISK, TRANSACTIONS or LOAD
     * @param answer CLEAR, UNNEEDED, WAIT, REFUSED, UNKNOWN or GIVEN_UP
     */
    public record GuardAnswer(
            Instant at,

            @Schema(implementation = Allowed.ChangeGuard.class)
            String guard,

            @Schema(implementation = Allowed.ChangeGuardAnswer.class)
            String answer,

            String words) {}
}
