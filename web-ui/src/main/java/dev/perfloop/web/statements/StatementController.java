package dev.perfloop.web.statements;

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
}
