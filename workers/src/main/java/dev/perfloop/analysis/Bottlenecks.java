package dev.perfloop.analysis;

import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Locates and ranks what limits the service, and keeps the inventory. */
@Service
class Bottlenecks {
    /** @param layers worth a closer look, the one that explains most first */
    record Located(List<Layer> layers, boolean objectivesMet, String summary) {}

    private final Workloads workloads;
    private final AnalysisRepository analysis;
    private final BlindSpots blindSpots;
    private final Runs runs;

    Bottlenecks(Workloads workloads, AnalysisRepository analysis, BlindSpots blindSpots, Runs runs) {
        this.workloads = workloads;
        this.analysis = analysis;
        this.blindSpots = blindSpots;
        this.runs = runs;
    }

    Located locate(RunId run) {
        var workload = workloads.of(run);
        Goals.unjudged(runs.targetOf(run).objectives(), workload.load())
                .forEach(request -> blindSpots.add(
                        run,
                        "whether the objective of \"" + request + "\" holds",
                        "no answer of it was measured",
                        "Give the request a weight in the load scenario, or drive the load for longer."));
        var inventory = new Inventory(workload);
        analysis.replaceBottlenecks(run, inventory.bottlenecks());
        return new Located(inventory.layers(), workload.objectivesMet(), summary(workload));
    }

    List<Bottleneck> rank(RunId run) {
        var ranked = new Inventory(workloads.of(run)).bottlenecks();
        analysis.replaceBottlenecks(run, ranked);
        return ranked;
    }

    private static String summary(Workload workload) {
        if (workload.objectivesMet()) {
            return "All objectives hold";
        }
        var worst = workload.missed().getFirst();
        return String.format(
                Locale.ROOT,
                "%d objectives missed (%s %s: %.0f instead of %.0f); %.0f %% of the requests' time is database time",
                workload.missed().size(),
                worst.request().isEmpty() ? "all requests" : worst.request(),
                worst.metric(),
                worst.measured(),
                worst.objective(),
                100 * workload.databaseShare());
    }
}
