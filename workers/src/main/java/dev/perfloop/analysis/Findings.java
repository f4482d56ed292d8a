package dev.perfloop.analysis;

import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What was found in each run, and what was looked at and turned down. */
@Service
public class Findings {
    private final AnalysisRepository analysis;
    private final Workloads workloads;
    private final BlindSpots blindSpots;
    private final Runs runs;

    Findings(AnalysisRepository analysis, Workloads workloads, BlindSpots blindSpots, Runs runs) {
        this.analysis = analysis;
        this.workloads = workloads;
        this.blindSpots = blindSpots;
        this.runs = runs;
    }

    /** Merges what has one cause, and says so when no cause was found. */
    List<Finding> rank(RunId run) {
        return rank(run, analysis.findings(run));
    }

    private List<Finding> rank(RunId run, List<Finding> findings) {
        var workload = workloads.of(run);
        var judged =
                findings.stream().map(finding -> ByWhom.of(finding, workload)).toList();
        var ranked = Conclusion.of(judged, workload, blindSpots.of(run)).stream()
                .map(finding -> finding.id().startsWith(run.value()) ? finding : finding.inRun(run.value()))
                .toList();
        analysis.replaceFindings(run, ranked);
        return ranked;
    }

    /** Puts findings that were tried out in place of those with their ids, and ranks all anew. */
    public void revise(RunId run, List<Finding> tried) {
        Map<String, Finding> byId = tried.stream().collect(Collectors.toMap(Finding::id, it -> it));
        rank(
                run,
                analysis.findings(run).stream()
                        .map(finding -> byId.getOrDefault(finding.id(), finding))
                        .toList());
    }

    /** Puts in findings beside those there are, each in place of one with its id, and ranks all anew. */
    public void add(RunId run, List<Finding> more) {
        List<Finding> all = new ArrayList<>(analysis.findings(run));
        more.forEach(finding -> {
            var named = finding.inRun(run.value());
            all.removeIf(other -> other.id().equals(named.id()));
            all.add(named);
        });
        rank(run, all);
    }

    /** The first to act on first. */
    public List<Finding> of(RunId run) {
        return analysis.findings(run);
    }

    /** Those whose proposals the target's guards allow and that explain enough to be worth a change. */
    public List<Finding> proposable(RunId run) {
        var allowed = runs.targetOf(run).possible();
        return of(run).stream()
                .filter(finding -> RootCauses.proposable(finding, allowed))
                .toList();
    }

    /** Subject and reason of each candidate that was turned down. */
    public List<Turned> refusalsOf(RunId run) {
        return analysis.refusals(run).stream()
                .map(refused -> new Turned(refused.subject(), refused.reason()))
                .toList();
    }

    public record Turned(String subject, String reason) {}
}
