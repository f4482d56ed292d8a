package dev.perfloop.validation;

import dev.perfloop.change.ChangeStatus;
import dev.perfloop.change.Changes;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.RunChange;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Tells which changes earned their place. First cut: an index that the target never scanned has not, and without a proven
 * improvement none has. What each of several used indexes contributed is not told apart yet.
 */
@Service
class Attribution {
    private final Runs runs;
    private final Changes changes;
    private final VerdictRepository verdicts;
    private final IndexUseRepository indexUse;

    Attribution(Runs runs, Changes changes, VerdictRepository verdicts, IndexUseRepository indexUse) {
        this.runs = runs;
        this.changes = changes;
        this.verdicts = verdicts;
        this.indexUse = indexUse;
    }

    /** Judges each applied change, keeps what earned its place, and says how many are to be taken back. */
    int attribute(RunId run) {
        boolean improved = verdicts.lastVerdict(run) == Comparison.Verdict.IMPROVED;
        var used = indexUse.usedIndexes(runs.targetOf(run));
        int toTakeBack = 0;
        for (RunChange change : changes.ofRun(run)) {
            if (change.status() == ChangeStatus.APPLIED) {
                boolean earned = judge(change, improved, used);
                toTakeBack += earned ? 0 : 1;
            }
        }
        // What earned its place stays for good, whatever becomes of the rest.
        changes.keep(run);
        return toTakeBack;
    }

    private boolean judge(RunChange change, boolean improved, Set<String> used) {
        boolean idle = change.change() instanceof CreateIndex index && !used.contains(index.indexName());
        boolean earned = improved && !idle;
        String why = idle
                ? "never used by the target"
                : earned ? "in use while the profiles improved" : "no profile improved by it";
        changes.judge(change.id(), earned, why);
        return earned;
    }
}
