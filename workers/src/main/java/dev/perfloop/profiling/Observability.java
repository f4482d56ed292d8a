package dev.perfloop.profiling;

import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetUnavailable;
import org.springframework.stereotype.Service;

/** Finds out what a target lets us see, and says what it does not, with the exact mend. */
@Service
class Observability {
    private final Runs runs;
    private final DatabaseObservability database;
    private final TargetSight sight;
    private final BlindSpots blindSpots;

    Observability(Runs runs, DatabaseObservability database, TargetSight sight, BlindSpots blindSpots) {
        this.runs = runs;
        this.database = database;
        this.sight = sight;
        this.blindSpots = blindSpots;
    }

    void check(RunId run) {
        var target = runs.targetOf(run);
        if (!sight.answers(target)) {
            throw new TargetUnavailable(
                    "The service does not answer at " + target.baseUrl() + ".",
                    "Start it, or correct baseUrl of the target; then retry.",
                    null);
        }
        database.check(run, target);
        sight.metrics(target).ifPresent(lack -> blindSpots.add(run, lack.what(), lack.why(), lack.mend()));
        if (target.objectives().equals(NoObjectives.NONE)) {
            blindSpots.add(
                    run,
                    "whether the service is fast enough",
                    "the target states no objective, so none can be missed and nothing is proposed",
                    "Add to the target's file: objectives: { p95: 200ms }");
        }
    }
}
