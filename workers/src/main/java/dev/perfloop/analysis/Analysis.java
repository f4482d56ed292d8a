package dev.perfloop.analysis;

import dev.perfloop.analysis.index.MissingIndexes;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Analyses the layers one by one and says of each what it did not look at. */
@Service
class Analysis {
    private static final String NOT_YET = "not looked at in this version";

    private final Workloads workloads;
    private final Profiles profiles;
    private final AnalysisRepository analysis;
    private final BlindSpots blindSpots;

    Analysis(Workloads workloads, Profiles profiles, AnalysisRepository analysis, BlindSpots blindSpots) {
        this.workloads = workloads;
        this.profiles = profiles;
        this.analysis = analysis;
        this.blindSpots = blindSpots;
    }

    List<Finding> database(RunId run) {
        var workload = workloads.of(run);
        var found = new MissingIndexes(workload.profile()).in(profiles.plansOf(run));
        var findings = new DatabaseAnalysis(run.value(), workload).findings(found.advice());
        analysis.replaceFindings(run, Layer.DATABASE, findings);
        analysis.replaceRefusals(run, found.refusals());
        blindSpots.add(
                run,
                "database causes other than missing B-tree indexes on columns",
                "stale statistics, bloat, locks, memory settings and expression, partial or trigram indexes are "
                        + NOT_YET,
                "");
        return findings;
    }

    List<Finding> caching(RunId run) {
        var findings = new CachingAnalysis(run.value(), workloads.of(run)).findings();
        analysis.replaceFindings(run, Layer.CACHING, findings);
        blindSpots.add(
                run,
                "questions repeated with equal parameters",
                "pg_stat_statements does not keep parameters; tracing them is " + NOT_YET,
                "");
        return findings;
    }

    List<Finding> application(RunId run) {
        var findings = new ApplicationAnalysis(run.value(), workloads.of(run)).findings();
        analysis.replaceFindings(run, Layer.APPLICATION, findings);
        blindSpots.add(
                run,
                "hot code, allocation, locks and slow calls inside the service",
                "JFR recordings are " + NOT_YET,
                "");
        return findings;
    }

    List<Finding> infrastructure(RunId run) {
        var infrastructure = new InfrastructureAnalysis(run.value(), workloads.of(run));
        analysis.replaceFindings(run, Layer.INFRASTRUCTURE, infrastructure.findings());
        blindSpots.add(run, "memory, disk and network of the host", "they are " + NOT_YET, "");
        if (!infrastructure.hasMetrics()) {
            blindSpots.add(
                    run,
                    "CPU of the host",
                    "the service exposes no system_cpu_usage",
                    "Add to the target's file: metrics: { prometheus: <URL> }");
        }
        return infrastructure.findings();
    }
}
