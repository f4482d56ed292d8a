package dev.perfloop.run;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import java.time.InstantSource;
import org.springframework.stereotype.Service;

/** The runs, and the target each of them works on. */
@Service
public class Runs {
    private final RunRepository runs;
    private final TargetReader targets;
    private final Journal journal;
    private final InstantSource clock;

    Runs(RunRepository runs, TargetReader targets, Journal journal, InstantSource clock) {
        this.runs = runs;
        this.targets = targets;
        this.journal = journal;
        this.clock = clock;
    }

    public Run get(RunId id) {
        return runs.find(id).orElseThrow(() -> new IllegalStateException("There is no run " + id));
    }

    /** The target as it was described when the run was asked for, its secrets resolved. */
    public Target targetOf(RunId id) {
        return targets.read(get(id).targetDefinition());
    }

    /** The target as it is described by now; as it was for the run where it was deleted since. */
    public Target targetByNow(RunId id) {
        var run = get(id);
        return targets.read(runs.definitionOf(run.target()).orElse(run.targetDefinition()));
    }

    /** Writes the last words of a run; a second call changes nothing. */
    public void end(RunId id, RunOutcome outcome, String summaryJson) {
        runs.end(id, outcome, summaryJson, clock.instant());
        journal.announceEnd(id, outcome);
    }
}
