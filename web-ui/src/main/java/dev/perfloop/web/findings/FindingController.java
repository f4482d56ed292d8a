package dev.perfloop.web.findings;

import dev.perfloop.web.runs.KnownRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FindingController {
    private final KnownRuns runs;
    private final FindingRepository findings;

    FindingController(KnownRuns runs, FindingRepository findings) {
        this.runs = runs;
        this.findings = findings;
    }

    @GetMapping("/api/runs/{id}/findings")
    FindingsView findings(@PathVariable String id) {
        runs.require(id);
        return new FindingsView(findings.findings(id), findings.refusals(id), findings.bottlenecks(id));
    }
}
