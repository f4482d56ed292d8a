package dev.perfloop.web.plans;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.KnownRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanController {
    private final KnownRuns runs;
    private final Plans plans;

    PlanController(KnownRuns runs, Plans plans) {
        this.runs = runs;
        this.plans = plans;
    }

    @GetMapping("/api/runs/{id}/plan")
    PlanView plan(@PathVariable String id) {
        runs.require(id);
        return plans.of(id)
                .orElseThrow(() -> Refused.notFound(
                        "Run \"" + id + "\" has no plan.",
                        "A plan is drafted once root causes are known; GET /api/runs/" + id
                                + "/steps shows how far it is."));
    }
}
