package dev.perfloop.web.approvals;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.plans.Plans;
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

    @GetMapping
    List<ApprovalView> approvals(
            @RequestParam(required = false) @Nullable ApprovalStatus status,
            @RequestParam(required = false) @Nullable String runId) {
        return approvals.all(status, runId).stream().map(this::withPlan).toList();
    }

    @GetMapping("/{id}")
    ApprovalView approval(@PathVariable String id) {
        return approvals.find(id).map(this::withPlan).orElseThrow(() -> Decisions.unknown(id));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<DecisionView> decide(
            @PathVariable String id, @Validated @RequestBody DecisionRequest said, Authentication who) {
        var decided = decisions.decide(
                id,
                said.decision(),
                Objects.requireNonNullElse(said.comment(), "").strip(),
                who.getName());
        return ResponseEntity.accepted()
                .body(new DecisionView(
                        decided.decisionId(),
                        decided.delivery(),
                        decided.delivery().note()));
    }

    private ApprovalView withPlan(ApprovalView approval) {
        return plans.of(approval.runId()).map(approval::with).orElse(approval);
    }

    record DecisionRequest(
            @NotNull Decision decision,
            @Nullable @Size(max = 4000) String comment) {}

    record DecisionView(
            String decisionId, Delivery delivery, @Nullable String note) {}
}
