package dev.perfloop.web.statements;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.runs.KnownRuns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatementController {
    private final KnownRuns runs;
    private final StatementRepository statements;

    StatementController(KnownRuns runs, StatementRepository statements) {
        this.runs = runs;
        this.statements = statements;
    }

    @GetMapping("/api/runs/{id}/statements")
    List<StatementView> statements(@PathVariable String id) {
        runs.require(id);
        return statements.statements(id);
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
