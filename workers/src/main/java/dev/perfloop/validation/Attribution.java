package dev.perfloop.validation;

import dev.perfloop.change.ChangeStatus;
import dev.perfloop.change.Changes;
import dev.perfloop.change.CodeAdvice;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.RunChange;
import dev.perfloop.change.Toggling;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Tells which changes earned their place. Without a proven improvement none has, and neither has an index that the target never
 * scanned. Of the others each is worth a measurement without it, where that is cheap and there are several.
 */
@Service
class Attribution {
    private final Runs runs;
    private final Changes changes;
    private final Toggling toggling;
    private final VerdictRepository verdicts;
    private final IndexUseRepository indexUse;
    private final ValidationProperties properties;

    Attribution(
            Runs runs,
            Changes changes,
            Toggling toggling,
            VerdictRepository verdicts,
            IndexUseRepository indexUse,
            ValidationProperties properties) {
        this.runs = runs;
        this.changes = changes;
        this.toggling = toggling;
        this.verdicts = verdicts;
        this.indexUse = indexUse;
        this.properties = properties;
    }

    /** Rejects what surely did not earn its place; gives the changes to measure without, the least used first. */
    List<String> choose(RunId id) {
        var run = runs.get(id);
        var applied = changes.ofRun(id).stream()
                .filter(change -> change.status() == ChangeStatus.APPLIED)
                .toList();
        if (verdicts.lastVerdict(id) != Comparison.Verdict.IMPROVED) {
            applied.forEach(change -> changes.reject(change.id(), "No profile improved by it."));
            return List.of();
        }
        var scans = indexUse.scans(runs.targetOf(id));
        List<RunChange> earning = new ArrayList<>();
        for (RunChange change : applied) {
            if (scansOf(change, scans) == 0) {
                changes.reject(change.id(), "Never used by the target.");
            } else {
                earning.add(change);
            }
        }
        var cheap = toggling.cheap(id).stream().map(RunChange::id).toList();
        var chosen = earning.stream()
                .filter(change -> earning.size() > 1 && cheap.contains(change.id()))
                .sorted(Comparator.comparingLong(change -> scansOf(change, scans)))
                .limit(properties.mostToldApart(run.intensity()))
                .map(RunChange::id)
                .toList();
        earning.stream()
                .filter(change -> !chosen.contains(change.id()))
                .forEach(change -> changes.accept(change.id(), notToldApart(change, earning.size())));
        return chosen;
    }

    /** @param earning how many were in use while the profiles improved */
    private static String notToldApart(RunChange change, int earning) {
        // A person said so, and nobody can look.
        String held = change.change() instanceof CodeAdvice ? "Said to be done" : "In use";
        return held + " while the profiles improved"
                + (earning == 1 ? "." : "; what it contributes alone was not measured.");
    }

    /** Of what is no index it is not known whether it is used: it is not the least promising. */
    private static long scansOf(RunChange change, Map<String, Long> scans) {
        return change.change() instanceof CreateIndex index
                ? scans.getOrDefault(index.table().schema() + "." + index.indexName(), 0L)
                : Long.MAX_VALUE;
    }
}
