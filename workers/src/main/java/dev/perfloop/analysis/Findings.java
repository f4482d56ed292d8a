package dev.perfloop.analysis;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.List;
import org.springframework.stereotype.Service;

/** What was found in each run, and what was looked at and turned down. */
@Service
public class Findings {
    private final AnalysisRepository analysis;
    private final Runs runs;

    Findings(AnalysisRepository analysis, Runs runs) {
        this.analysis = analysis;
        this.runs = runs;
    }

    List<Finding> rank(RunId run) {
        var ranked = RootCauses.ranked(analysis.findings(run));
        analysis.rank(ranked);
        return ranked;
    }

    /** The first to act on first. */
    public List<Finding> of(RunId run) {
        return analysis.findings(run);
    }

    /** Those whose proposals the target's guards allow and that explain enough to be worth a change. */
    public List<Finding> proposable(RunId run) {
        var allowed = runs.targetOf(run).guards().allow();
        return of(run).stream()
                .filter(finding -> RootCauses.proposable(finding, allowed))
                .toList();
    }

    /** Subject and reason of each candidate that was turned down. */
    public List<Turned> refusalsOf(RunId run) {
        return analysis.refusals(run).stream()
                .map(refused -> new Turned(refused.subject(), refused.reason()))
                .toList();
    }

    public record Turned(String subject, String reason) {}
}
