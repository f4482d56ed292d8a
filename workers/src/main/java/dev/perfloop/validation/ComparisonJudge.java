package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.validation.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges a whole comparison. In this order: anything surely worse is a regression, whatever got better; a gain that is
 * surely there is an improvement; when neither a gain nor a loss can be ruled out the verdict is inconclusive.
 */
final class ComparisonJudge {
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
        boolean met = !checks.isEmpty() && checks.stream().allMatch(ObjectiveCheck::isMet);
        double share = gainSharePct(checks, judged);

        var worse = judged.stream().filter(m -> m.result() == Result.FAIL).toList();
        if (!worse.isEmpty()) {
            return new Comparison(Verdict.REGRESSED, met, share, 0, "worse: " + named(worse), judged);
        }
        var unmeasured = judged.stream().filter(this::isEssential).filter(m -> m.effect() == null).toList();
        if (!unmeasured.isEmpty()) {
            var first = unmeasured.getFirst();
            return new Comparison(Verdict.INCONCLUSIVE, met, share, 1, first.profile() + ": " + first.reason(), judged);
        }
        Predicate<MetricVerdict> gained = m -> m.metric().isLatency() && m.fellBy(limits.relevantGainPct());
        var better = judged.stream().filter(gained).toList();
        var doubtful = judged.stream()
                .filter(this::isEssential)
                .filter(m -> m.result() == Result.INCONCLUSIVE)
                .toList();
        if (!better.isEmpty() && doubtful.isEmpty()) {
            return new Comparison(Verdict.IMPROVED, met, share, 0, "better: " + named(better), judged);
        }
        var open = judged.stream()
                .filter(this::isEssential)
                .filter(m -> m.metric() == Metric.P95_MS)
                .filter(m -> m.mayHaveFallenBy(limits.tolerancePct()))
                .toList();
        if (!doubtful.isEmpty() || !open.isEmpty()) {
            var why = doubtful.isEmpty() ? open : doubtful;
            return new Comparison(
                    Verdict.INCONCLUSIVE, met, share, moreRuns(why), "cannot be told yet: " + named(why), judged);
        }
        return new Comparison(Verdict.UNCHANGED, met, share, 0, "no relevant gain in any profile", judged);
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
        return 100 * missed.stream().mapToDouble(ObjectiveCheck::gainShare).average().orElse(0);
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

    private static String named(List<MetricVerdict> metrics) {
        return metrics.stream()
                .limit(4)
                .map(m -> "%s %s %s %s"
                        .formatted(m.profile(), m.request().isEmpty() ? "all requests" : m.request(), m.metric(), m.reason()))
                .collect(Collectors.joining("; "));
    }
}
