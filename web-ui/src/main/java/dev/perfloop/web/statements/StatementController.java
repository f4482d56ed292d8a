package dev.perfloop.web.statements;

import dev.perfloop.web.loads.Profile;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.runs.KnownRuns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatementController {
    private final KnownRuns runs;
    private final StatementRepository statements;
    private final StatementChangeRepository changes;

    StatementController(KnownRuns runs, StatementRepository statements, StatementChangeRepository changes) {
        this.runs = runs;
        this.statements = statements;
        this.changes = changes;
    }

    @GetMapping("/api/runs/{id}/statements")
    List<StatementView> statements(@PathVariable String id) {
        runs.require(id);
        return statements.statements(id);
    }

    /** What the statements did before and after the changes, while the same load was driven. */
    @GetMapping("/api/runs/{id}/statements/before-after")
    List<StatementChangeView> changes(@PathVariable String id, @RequestParam Profile profile) {
        runs.require(id);
        return changes.changes(id, profile.name());
    }

    @GetMapping("/api/runs/{id}/statements/{queryId}/plan")
    RawJson plan(@PathVariable String id, @PathVariable long queryId) {
        runs.require(id);
        return statements
                .plan(id, queryId)
                .orElseThrow(() -> Refused.notFound(
                        "No plan was captured of statement " + queryId + ".",
                        "Plans are taken of the statements that make up most of the database's time."));
    }
}
