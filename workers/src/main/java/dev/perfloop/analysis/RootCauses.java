package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Finding.Priority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Puts the findings of all layers in the order in which they deserve attention: one for each cause, causes before shortages.
 *
 * <p>Impacts are shares of one gap, so that those of causes that have nothing to do with each other do not add up to more than
 * all of it. Priority is impact by confidence, over effort.
 */
final class RootCauses {
    /** Below this impact nothing is proposed: it could not be told from noise afterwards. */
    static final double WORTH_A_CHANGE = 5;

    private static final double HIGH = 40;
    private static final double MEDIUM = 15;

    private RootCauses() {}

    static List<Finding> ranked(List<Finding> findings) {
        List<Finding> causes = shared(Causality.merged(findings));
        double strongestCause = causes.stream()
                .filter(finding -> !Causality.isShortage(finding) && finding.confidence() != Confidence.LOW)
                .mapToDouble(Finding::impact)
                .max()
                .orElse(Double.MAX_VALUE);
        List<Finding> ordered = causes.stream()
                .map(finding -> Causality.isShortage(finding) && finding.impact() >= strongestCause
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

    /** What counts for the order: a guess does not outrank what is proved. */
    static double weight(Finding finding) {
        return finding.impact()
                * switch (finding.confidence()) {
                    case HIGH -> 1;
                    case MEDIUM -> 0.9;
                    case LOW -> 0.5;
                };
    }

    static boolean proposable(Finding finding, Set<String> allowed) {
        return finding.proposal() instanceof Proposal mend
                && (allowed.contains(isAppliedByUs(mend) ? mend.allowedAs() : Proposal.BY_HAND)
                        || maySet(mend, allowed))
                && finding.impact() >= WORTH_A_CHANGE;
    }

    private static boolean maySet(Proposal mend, Set<String> allowed) {
        return mend instanceof Proposal.CodeAdvice advice
                && advice.tuning() instanceof Proposal.Tuning tuning
                && allowed.contains(tuning.knob().kind());
    }

    /** The others are work for a person, and are measured like ours. */
    private static boolean isAppliedByUs(Proposal mend) {
        return switch (mend) {
            case Proposal.CreateIndex index -> true;
            case Proposal.DropIndex index -> true;
            case Proposal.RefreshStatistics statistics -> true;
            case Proposal.SetParameter parameter -> parameter.reach() != null;
            case Proposal.CodeAdvice byHand -> false;
        };
    }

    /** The hardest of what would be proposed; a redesign when nothing can be. */
    static Effort hardest(List<Finding> proposable) {
        return proposable.stream()
                .map(Finding::effort)
                .max(Comparator.naturalOrder())
                .orElse(Effort.ARCHITECTURE);
    }

    /** Shares the gap among causes that concern the same requests and no common subject; shortages claim nothing of it. */
    private static List<Finding> shared(List<Finding> causes) {
        List<Finding> claiming =
                causes.stream().filter(it -> !Causality.isShortage(it)).toList();
        return causes.stream()
                .map(finding -> {
                    if (Causality.isShortage(finding)) {
                        return finding;
                    }
                    List<Finding> rivals = rivals(finding, claiming);
                    double impacts =
                            rivals.stream().mapToDouble(Finding::impact).sum() + finding.impact();
                    double weights =
                            rivals.stream().mapToDouble(RootCauses::weight).sum() + weight(finding);
                    // What was shared before adds up to 100 again, but for rounding.
                    return impacts <= 100.001
                            ? finding
                            : finding.ranked(
                                    0, Math.min(finding.impact(), 100 * weight(finding) / weights), finding.priority());
                })
                .toList();
    }

    /** Other causes that compete for the same requests, of those about the same thing only the strongest. */
    private static List<Finding> rivals(Finding finding, List<Finding> claiming) {
        Set<String> own = Causality.subjects(finding);
        List<Finding> rivals = new ArrayList<>();
        claiming.stream()
                .filter(other -> other != finding && concernSameRequests(finding, other))
                .filter(other -> Collections.disjoint(own, Causality.subjects(other)))
                .sorted(Comparator.comparingDouble(RootCauses::weight).reversed())
                .forEach(other -> {
                    boolean another = rivals.stream()
                            .allMatch(rival ->
                                    Collections.disjoint(Causality.subjects(rival), Causality.subjects(other)));
                    if (another) {
                        rivals.add(other);
                    }
                });
        return rivals;
    }

    private static boolean concernSameRequests(Finding one, Finding other) {
        List<String> requests = one.evidence().requests();
        return requests.isEmpty()
                || other.evidence().requests().isEmpty()
                || !Collections.disjoint(requests, other.evidence().requests());
    }

    private static Priority priority(Finding finding) {
        double score = weight(finding)
                / switch (finding.effort()) {
                    case QUICK -> 1;
                    case COMPLEX -> 1.5;
                    case ARCHITECTURE -> 2;
                };
        if (score >= HIGH && finding.confidence() != Confidence.LOW) {
            return Priority.HIGH;
        }
        return score >= MEDIUM ? Priority.MEDIUM : Priority.LOW;
    }
}
