package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import org.springframework.stereotype.Service;

/**
 * Tells which changes earned their place. First cut: an index that the target never scanned has not, and without a proven
 * improvement none has. What each of several used indexes contributed is not told apart yet.
 */
@Service
class Attribution {
    private final Runs runs;
    private final VerdictRepository verdicts;
    private final IndexUseRepository indexUse;

    Attribution(Runs runs, VerdictRepository verdicts, IndexUseRepository indexUse) {
        this.runs = runs;
        this.verdicts = verdicts;
        this.indexUse = indexUse;
    }

    /** Marks each applied change and says how many are to be taken back. */
    int attribute(RunId run) {
        boolean improved = verdicts.lastVerdict(run) == Comparison.Verdict.IMPROVED;
        var used = indexUse.usedIndexes(runs.targetOf(run));
        int toTakeBack = 0;
        for (var index : indexUse.applied(run)) {
            boolean scanned = used.stream().anyMatch(index.statement()::contains);
            boolean earned = improved && scanned;
            String note = earned
                    ? "used by the target while the profiles improved"
                    : scanned ? "used, but no profile improved by it" : "never used by the target";
            indexUse.judge(index.changeId(), earned, note);
            toTakeBack += earned ? 0 : 1;
        }
        return toTakeBack;
    }
}
