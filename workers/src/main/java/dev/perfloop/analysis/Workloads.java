package dev.perfloop.analysis;

import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import org.springframework.stereotype.Service;

/** Brings together what was captured of a run and what its owner asks for. */
@Service
class Workloads {
    private final Runs runs;
    private final Profiles profiles;
    private final AnalysisRepository analysis;

    Workloads(Runs runs, Profiles profiles, AnalysisRepository analysis) {
        this.runs = runs;
        this.profiles = profiles;
        this.analysis = analysis;
    }

    Workload of(RunId run) {
        var load = analysis.load(run)
                .orElseThrow(() -> new IllegalStateException("Run " + run + " has no valid profiling load"));
        return new Workload(
                profiles.of(run),
                load,
                new Series(profiles.samplesOf(run)),
                Goals.missed(runs.targetOf(run).objectives(), load));
    }
}
