package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.validation.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges a whole comparison. In this order: anything surely worse is a regression, whatever got better; a gain that is
 * surely there is an improvement; when neither a gain nor a loss can be ruled out the verdict is inconclusive.
 */
final class ComparisonJudge {
    private static final int MOST_NAMED = 3;

    private final MetricJudge metrics;
    private final ObjectiveJudge objectives;
    private final ValidationProperties limits;

    ComparisonJudge(Bootstrap bootstrap, ValidationProperties limits) {
        this.metrics = new MetricJudge(bootstrap, limits);
        this.objectives = new ObjectiveJudge(bootstrap);
        this.limits = limits;
    }

    Comparison judge(Objectives wanted, Profiles before, Profiles after) {
        var judged = judgeMetrics(before, after);
        var checks = objectives.check(wanted, before, after);
        var finding = findingOf(judged);
        return new Comparison(
                finding.verdict(),
                !checks.isEmpty() && checks.stream().allMatch(ObjectiveCheck::isMet),
                gainSharePct(checks, judged),
                finding.moreRuns(),
                finding.reason() + ". " + ObjectiveCheck.said(checks),
                judged);
    }

    private record Finding(Verdict verdict, int moreRuns, String reason) {}

    private Finding findingOf(List<MetricVerdict> judged) {
        var worse = judged.stream().filter(m -> m.result() == Result.FAIL).toList();
        if (!worse.isEmpty()) {
            return new Finding(Verdict.REGRESSED, 0, "Worse: " + named(worse));
        }
        var essential = judged.stream().filter(this::isEssential).toList();
        var unmeasured = essential.stream().filter(m -> !m.enoughData()).toList();
        if (!unmeasured.isEmpty()) {
            return new Finding(Verdict.INCONCLUSIVE, 1, "Cannot be told: " + named(unmeasured));
        }
        var doubtful = essential.stream()
                .filter(m -> m.result() == Result.INCONCLUSIVE)
                .toList();
        var better = judged.stream()
                .filter(m -> m.metric().isLatency() && m.fellBy(limits.relevantGainPct()))
                .toList();
        if (!doubtful.isEmpty()) {
            return new Finding(Verdict.INCONCLUSIVE, moreRuns(doubtful), "Cannot be told yet: " + named(doubtful));
        }
        if (!better.isEmpty()) {
            return new Finding(Verdict.IMPROVED, 0, "Better: " + named(better));
        }
        var open = essential.stream()
                .filter(m -> m.metric() == Metric.P95_MS)
                .filter(m -> m.mayHaveFallenBy(limits.tolerancePct()))
                .toList();
        return open.isEmpty()
                ? new Finding(Verdict.UNCHANGED, 0, "No relevant gain in any profile")
                : new Finding(Verdict.INCONCLUSIVE, moreRuns(open), "A gain cannot be ruled out yet: " + named(open));
    }

    private List<MetricVerdict> judgeMetrics(Profiles before, Profiles after) {
        List<MetricVerdict> judged = new ArrayList<>();
        for (String profile : before.profiles()) {
            for (String request : before.requestsOnEitherSide(after, profile)) {
                for (Metric metric : Metric.values()) {
                    judged.add(metrics.judge(
                            profile, request, metric, before.arm(profile, request), after.arm(profile, request)));
                }
            }
        }
        return judged;
    }

    /**
     * All requests together decide; a p99 of a short run rests on too few responses to hold up a verdict, and a single
     * request counts only where it is surely better or worse. A stress test ends in overload by design.
     */
    private boolean isEssential(MetricVerdict metric) {
        return metric.request().equals(Profiles.ALL)
                && metric.metric() != Metric.P99_MS
                && !metric.profile().equals("STRESS");
    }

    /** Weighs every missed objective alike; without objectives, an improvement counts whole. */
    private double gainSharePct(List<ObjectiveCheck> checks, List<MetricVerdict> judged) {
        var missed = checks.stream().filter(ObjectiveCheck::wasMissed).toList();
        if (missed.isEmpty()) {
            boolean gained = judged.stream().anyMatch(m -> isEssential(m) && m.fellBy(limits.relevantGainPct()));
            return gained ? 100 : 0;
        }
        return 100
                * missed.stream()
                        .mapToDouble(ObjectiveCheck::gainShare)
                        .average()
                        .orElse(0);
    }

    /** The interval narrows with the square root of the data; wanted is a half width of the relevant gain. */
    private int moreRuns(List<MetricVerdict> metrics) {
        double widest = metrics.stream()
                .map(MetricVerdict::effect)
                .mapToDouble(effect -> effect == null ? limits.relevantGainPct() : effect.halfWidthPct())
                .max()
                .orElse(limits.relevantGainPct());
        return Math.max(1, (int) Math.ceil(Math.pow(widest / limits.relevantGainPct(), 2)) - 1);
    }

    /** The most telling first: all requests together stand before single ones. */
    private static String named(List<MetricVerdict> metrics) {
        return metrics.stream().limit(MOST_NAMED).map(MetricVerdict::said).collect(Collectors.joining("; "))
                + (metrics.size() > MOST_NAMED ? "; and " + (metrics.size() - MOST_NAMED) + " more" : "");
    }
}
