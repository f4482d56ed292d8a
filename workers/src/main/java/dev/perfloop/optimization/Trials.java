package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.Trial;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Findings;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.profiling.WhatIf;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Tries what can be tried cheaply before it is proposed: whether the target's own planner would use an index. One that it would
 * not is not proposed.
 */
@Service
class Trials {
    /** Less than a tenth off its statement's planned cost is within what planned costs are worth. */
    private static final double WORTH = 0.9;

    /** HypoPG knows these access methods only. */
    private static final Set<String> PRETENDABLE = Set.of("btree", "hash", "brin");

    private final Findings findings;
    private final WhatIf whatIf;
    private final Runs runs;
    private final BlindSpots blindSpots;

    Trials(Findings findings, WhatIf whatIf, Runs runs, BlindSpots blindSpots) {
        this.findings = findings;
        this.whatIf = whatIf;
        this.runs = runs;
        this.blindSpots = blindSpots;
    }

    /** How many proposals were tried. */
    int attempt(RunId run) {
        List<Finding> indexes = findings.proposable(run).stream()
                .filter(finding -> finding.proposal() instanceof Proposal.CreateIndex)
                .toList();
        if (indexes.isEmpty()) {
            return 0;
        }
        if (!whatIf.canBeAsked(run)) {
            blindSpots.add(
                    run,
                    "whether PostgreSQL would use the proposed indexes, before they are built",
                    "the target's database has no HypoPG, so that only cost formulas say so",
                    "Install the package of HypoPG for its version, then: CREATE EXTENSION hypopg;");
            return 0;
        }
        List<Finding> tried = new ArrayList<>();
        indexes.forEach(finding -> tried(run, finding, tried));
        findings.revise(run, tried);
        return tried.size();
    }

    private void tried(RunId run, Finding finding, List<Finding> tried) {
        if (finding.evidence().statement() instanceof Evidence.Statement statement
                && ChangeOrder.change(finding.proposal()).orElse(null) instanceof CreateIndex index
                && PRETENDABLE.contains(index.method())) {
            whatIf.ask(run, runs.targetOf(run), statement.text(), index.pretended())
                    .ifPresent(answer -> tried.add(with(finding, answer)));
        }
    }

    private static Finding with(Finding finding, WhatIf.Answer answer) {
        boolean worth = answer.used() && answer.after() <= WORTH * answer.before();
        String note = worth
                ? "The planner uses it."
                : answer.used()
                        ? "The planner uses it, for next to nothing: it is not proposed."
                        : "The planner does not use it: it is not proposed.";
        var told = finding.resting(
                finding.evidence().tried(new Trial("HypoPG", "planner cost", answer.before(), answer.after(), note)));
        return worth ? told : told.proposing(null);
    }
}
