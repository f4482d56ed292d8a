package dev.perfloop.analysis;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.ConcretePlans;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.ObservabilityOffers;
import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.ServerFacts;
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

    private Captured captured(RunId run) {
        return new Captured(
                profiles.plansOf(run),
                profiles.partOf(run, ServerFacts.class).orElse(ServerFacts.NONE),
                profiles.partOf(run, CallsPerRequest.class).orElse(CallsPerRequest.NONE),
                profiles.partOf(run, JvmFacts.class).orElse(JvmFacts.NONE),
                profiles.partOf(run, HostFacts.class).orElse(HostFacts.NONE),
                profiles.partOf(run, ObservabilityOffers.class).orElse(ObservabilityOffers.NONE),
                profiles.partOf(run, ParameterRights.class).orElse(ParameterRights.NONE),
                profiles.partOf(run, ConcretePlans.class).orElse(ConcretePlans.NONE));
    }

    Workload of(RunId run) {
        var load = analysis.load(run)
                .orElseThrow(() -> new IllegalStateException("Run " + run + " has no valid profiling load"));
        return new Workload(
                profiles.of(run),
                load,
                new Series(profiles.samplesOf(run)),
                Goals.missed(runs.targetOf(run).objectives(), load),
                captured(run));
    }
}
