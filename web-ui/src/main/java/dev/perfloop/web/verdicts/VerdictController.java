package dev.perfloop.web.verdicts;

import dev.perfloop.web.runs.KnownRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VerdictController {
    private final KnownRuns runs;
    private final VerdictRepository verdicts;

    VerdictController(KnownRuns runs, VerdictRepository verdicts) {
        this.runs = runs;
        this.verdicts = verdicts;
    }

    @GetMapping("/api/runs/{id}/verdicts")
    VerdictsView verdicts(@PathVariable String id) {
        runs.require(id);
        return new VerdictsView(verdicts.verdicts(id), verdicts.comparisons(id));
    }
}
