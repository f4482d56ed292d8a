package dev.perfloop.analysis;

import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Analyses the layers one by one and says of each what it did not look at. */
@Service
class Analysis {
    private final Workloads workloads;
    private final List<Detector> detectors;
    private final AnalysisRepository analysis;
    private final BlindSpots blindSpots;

    Analysis(Workloads workloads, List<Detector> detectors, AnalysisRepository analysis, BlindSpots blindSpots) {
        this.workloads = workloads;
        this.detectors = detectors;
        this.analysis = analysis;
        this.blindSpots = blindSpots;
    }

    List<Finding> of(RunId run, Layer layer) {
        var workload = workloads.of(run);
        List<Detection> detections = detectors.stream()
                .filter(detector -> detector.layer() == layer)
                .map(detector -> detector.in(workload))
                .toList();
        List<Finding> findings = detections.stream()
                .flatMap(detection -> detection.findings().stream())
                .map(finding -> finding.inRun(run.value()))
                .toList();
        analysis.replaceFindings(run, layer, findings);
        analysis.replaceRefusals(
                run,
                layer,
                detections.stream()
                        .flatMap(detection -> detection.refusals().stream())
                        .toList());
        detections.stream()
                .flatMap(detection -> detection.unseen().stream())
                .forEach(unseen -> blindSpots.add(run, unseen.what(), unseen.why(), unseen.mend()));
        return findings;
    }
}
