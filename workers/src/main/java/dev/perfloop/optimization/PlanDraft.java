package dev.perfloop.optimization;

import dev.perfloop.analysis.Findings;
import dev.perfloop.change.Changes;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.pricing.IndexSet;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Drafts the plan of a run: proposes its changes in order and writes the document a person decides on. */
@Service
class PlanDraft {
    private final Findings findings;
    private final Changes changes;
    private final ChangeWriter writer;
    private final PlanRepository plans;
    private final Profiles profiles;
    private final Runs runs;
    private final InstantSource clock;

    PlanDraft(
            Findings findings,
            Changes changes,
            ChangeWriter writer,
            PlanRepository plans,
            Profiles profiles,
            Runs runs,
            InstantSource clock) {
        this.findings = findings;
        this.changes = changes;
        this.writer = writer;
        this.plans = plans;
        this.profiles = profiles;
        this.runs = runs;
        this.clock = clock;
    }

    /** The upper end, as the guard of the disk is to err on that side; null for what is no new index. */
    private static @Nullable Long forecast(PlannedChange planned) {
        double bytes = planned.estimate().diskHighBytes();
        return planned.change() instanceof CreateIndex && bytes > 0 ? Math.round(bytes) : null;
    }

    /** The ids of the changes in the order in which they are to be applied; drafting again gives the same ones. */
    List<String> draft(RunId run, String tier) {
        var planned = ChangeOrder.of(findings.proposable(run), finding -> writer.of(run, finding));
        var ids = planned.stream()
                .map(it -> changes.propose(run, it.finding().id(), it.change(), forecast(it)))
                .toList();
        var sheet = new SheetDraft(runs.targetOf(run), planned, ids).sheet(tier, findings.of(run));
        String document =
                PlanDocument.of(sheet, planned, findings.of(run), findings.refusalsOf(run), plans.notLookedAt(run));
        List<CreateIndex> indexes = planned.stream()
                .map(PlannedChange::change)
                .filter(CreateIndex.class::isInstance)
                .map(CreateIndex.class::cast)
                .toList();
        String set = profiles.partOf(run, IndexSet.class)
                .map(it -> IndexSetSection.of(it, indexes))
                .orElse("");
        plans.save(run, sheet, document + set, clock.instant());
        return ids;
    }
}
