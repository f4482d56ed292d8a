package dev.perfloop.web.approvals;

import dev.perfloop.web.approvals.Decisions.Wish;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.paging.Slice;
import dev.perfloop.web.plans.Plans;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/approvals")
class ApprovalController {
    private final ApprovalRepository approvals;
    private final Decisions decisions;
    private final Plans plans;

    ApprovalController(ApprovalRepository approvals, Decisions decisions, Plans plans) {
        this.approvals = approvals;
        this.decisions = decisions;
        this.plans = plans;
    }

    /** The newest first, without their plans; PENDING are those that a person has still to decide. */
    @GetMapping
    ApprovalPage approvals(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable ApprovalStatus status,
            @RequestParam(required = false) @Nullable String runId) {
        var page = Slice.of(
                approvals.newest(Cursor.parse(cursor), status, runId, limit + 1),
                limit,
                approval -> new Cursor(approval.requestedAt(), approval.id()));
        return new ApprovalPage(page.items(), page.nextCursor());
    }

    @GetMapping("/{id}")
    ApprovalView approval(@PathVariable String id) {
        return approvals.find(id).map(this::withPlan).orElseThrow(() -> Decisions.unknown(id));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<DecisionView> decide(
            @PathVariable String id, @Validated @RequestBody DecisionRequest said, Authentication who) {
        var decided = decisions.decide(id, said.wish(), who.getName());
        return ResponseEntity.accepted()
                .body(new DecisionView(
                        decided.decisionId(),
                        decided.delivery(),
                        decided.delivery().note()));
    }

    private ApprovalView withPlan(ApprovalView approval) {
        return plans.of(approval.runId()).map(approval::with).orElse(approval);
    }

    /**
     * @param without changes of the plan to leave out, by number or id; default: none
     * @param mayTakeBack whether what is kept of the plan may be taken back by itself when an alert says so; default: no
     * @param notBefore when the changes may begin: 22:00 of the server's clock, or ISO 8601; default: at once
     */
    record DecisionRequest(
            @NotNull Decision decision,
            @Nullable @Size(max = 4000) String comment,
            @Nullable @Size(max = 100) List<@NotNull String> without,
            @Nullable @Size(max = 40) String notBefore,
            @Nullable Boolean mayTakeBack) {
        Wish wish() {
            return new Wish(
                    decision,
                    Objects.requireNonNullElse(comment, "").strip(),
                    Objects.requireNonNullElse(without, List.of()),
                    notBefore,
                    Boolean.TRUE.equals(mayTakeBack));
        }
    }

    /** @param nextCursor where the next page starts; absent on the last one */
    record ApprovalPage(List<ApprovalView> items, @Nullable String nextCursor) {}

    record DecisionView(
            String decisionId, Delivery delivery, @Nullable String note) {}
}
