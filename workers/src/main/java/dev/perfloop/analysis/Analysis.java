package dev.perfloop.analysis;

import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Analyses the layers one by one and says of each what it did not look at. */
@Service
class Analysis {
    private static final Logger LOG = LoggerFactory.getLogger(Analysis.class);

    /** More refusals than a reader reads. */
    private static final int MOST_REFUSALS = 1000;

    private static final double LEAST_IMPACT = 0.5;

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
                .map(detector -> detection(detector, workload))
                .toList();
        List<Finding> found = detections.stream()
                .flatMap(detection -> detection.findings().stream())
                .map(Finding::withinBounds)
                .toList();
        List<Finding> findings =
                distinct(run, found.stream().filter(it -> !explainsNothing(it)).toList());
        analysis.replaceFindings(run, layer, findings);
        analysis.replaceRefusals(run, layer, refusals(detections, found));
        detections.stream()
                .flatMap(detection -> detection.unseen().stream())
                .forEach(unseen -> blindSpots.add(run, unseen.what(), unseen.why(), unseen.mend()));
        return findings;
    }

    /** A detector that fails narrows the diagnosis; it must neither end the run nor look like "nothing found". */
    static Detection detection(Detector detector, Workload workload) {
        try {
            return detector.in(workload);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.warn("{} failed", detector.getClass().getSimpleName(), failure);
            return Detection.unseen(
                    "what " + named(detector) + " would have found",
                    "it failed: " + failure,
                    "Report it with the log of the workers.");
        }
    }

    /** The class's name in words. */
    private static String named(Detector detector) {
        String name = detector.getClass().getName();
        return "the "
                + name.substring(name.lastIndexOf('.') + 1)
                        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .toLowerCase(Locale.ROOT);
    }

    private static List<Finding> distinct(RunId run, List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        List<Finding> distinct = new ArrayList<>();
        for (var finding : findings) {
            var own = finding.inRun(run.value());
            for (int n = 2; !ids.add(own.id()); n++) {
                own = finding.inRun(run.value()).named(run.value() + "-" + finding.id() + "-" + n);
            }
            distinct.add(own);
        }
        return distinct;
    }

    /** What would speed up only what is fast enough; removing what is of no use stays a finding. */
    static boolean explainsNothing(Finding finding) {
        boolean speedsUp = finding.proposal() instanceof Proposal.CreateIndex
                || finding.proposal() instanceof Proposal.RefreshStatistics;
        return speedsUp && finding.impact() < LEAST_IMPACT;
    }

    private static List<Refused> refusals(List<Detection> detections, List<Finding> found) {
        List<Refused> all = Stream.concat(
                        detections.stream().flatMap(detection -> detection.refusals().stream()),
                        found.stream()
                                .filter(Analysis::explainsNothing)
                                .map(it ->
                                        new Refused(it.summary(), "it concerns no request that misses an objective")))
                .toList();
        if (all.size() <= MOST_REFUSALS) {
            return all;
        }
        List<Refused> shown = new ArrayList<>(all.subList(0, MOST_REFUSALS));
        shown.add(new Refused("and " + (all.size() - MOST_REFUSALS) + " more", "not listed one by one"));
        return shown;
    }
}
