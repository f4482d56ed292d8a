package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Finding.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts the findings of all layers in the order in which they deserve attention: causes before their symptoms. */
final class RootCauses {
    /** Consequences of whatever takes the time: they do not outrank a cause that was found. */
    private static final Set<String> SYMPTOMS =
            Set.of(PoolWaitDetector.POOL_WAIT, HostCpuDetector.HOST_CPU, ProcessCpuDetector.PROCESS_CPU);

    /** Below this impact nothing is proposed: it could not be told from noise afterwards. */
    static final double WORTH_A_CHANGE = 5;

    private static final double HIGH_IMPACT = 40;
    private static final double MEDIUM_IMPACT = 15;

    private RootCauses() {}

    static List<Finding> ranked(List<Finding> findings) {
        double strongestCause = findings.stream()
                .filter(finding -> !isSymptom(finding) && finding.confidence() != Confidence.LOW)
                .mapToDouble(Finding::impact)
                .max()
                .orElse(Double.MAX_VALUE);
        List<Finding> ordered = findings.stream()
                .map(finding -> isSymptom(finding) && finding.impact() >= strongestCause
                        ? finding.ranked(0, Math.max(0, strongestCause - 1), finding.priority())
                        : finding)
                .sorted(Comparator.comparingDouble(RootCauses::weight)
                        .reversed()
                        .thenComparing(Finding::id))
                .toList();
        List<Finding> ranked = new ArrayList<>();
        for (var finding : ordered) {
            ranked.add(finding.ranked(ranked.size() + 1, finding.impact(), priority(finding)));
        }
        return ranked;
    }

    static boolean proposable(Finding finding, Set<String> allowed) {
        return finding.proposal() instanceof Proposal mend
                && !(mend instanceof Proposal.CodeAdvice)
                && allowed.contains(mend.allowedAs())
                && finding.impact() >= WORTH_A_CHANGE;
    }

    /** The hardest of what would be proposed; a redesign when nothing can be. */
    static Effort hardest(List<Finding> proposable) {
        return proposable.stream()
                .map(Finding::effort)
                .max(Comparator.naturalOrder())
                .orElse(Effort.ARCHITECTURE);
    }

    private static boolean isSymptom(Finding finding) {
        return SYMPTOMS.contains(finding.kind());
    }

    private static double weight(Finding finding) {
        return finding.impact()
                * switch (finding.confidence()) {
                    case HIGH -> 1;
                    case MEDIUM -> 0.9;
                    case LOW -> 0.5;
                };
    }

    private static Priority priority(Finding finding) {
        if (finding.confidence() == Confidence.LOW) {
            return finding.impact() >= HIGH_IMPACT ? Priority.MEDIUM : Priority.LOW;
        }
        if (finding.impact() >= HIGH_IMPACT) {
            return Priority.HIGH;
        }
        return finding.impact() >= MEDIUM_IMPACT ? Priority.MEDIUM : Priority.LOW;
    }
}
