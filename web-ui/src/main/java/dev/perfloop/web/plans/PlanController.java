package dev.perfloop.web.plans;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.KnownRuns;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
        return drafted(id);
    }

    @GetMapping(path = "/api/runs/{id}/plan.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PlanView> json(@PathVariable String id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(id, "json"))
                .body(drafted(id));
    }

    @GetMapping(path = "/api/runs/{id}/plan.md", produces = "text/markdown;charset=UTF-8")
    ResponseEntity<String> markdown(@PathVariable String id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(id, "md"))
                .body(drafted(id).document());
    }

    private static String attachment(String id, String ending) {
        return ContentDisposition.attachment()
                .filename("plan-" + id + "." + ending)
                .build()
                .toString();
    }

    private PlanView drafted(String id) {
        runs.require(id);
        return plans.of(id)
                .orElseThrow(() -> Refused.notFound(
                        "Run \"" + id + "\" has no plan.",
                        "A plan is drafted once root causes are known; GET /api/runs/" + id
                                + "/steps shows how far it is."));
    }
}
