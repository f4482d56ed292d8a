package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.validation.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Judges a whole comparison. In this order: anything surely worse is a regression, whatever got better; a gain that is
 * surely there is an improvement; when neither a gain nor a loss can be ruled out the verdict is inconclusive. A latency is
 * called worse by two tests after the change at least, and better as well unless it was halved: a machine may be slower or
 * faster by a third from one quarter of an hour to the next.
 */
final class ComparisonJudge {
    private static final int MOST_NAMED = 3;
    private static final int MOST_RUNS = 1000;
    private static final double HALF_PCT = 50;
    private static final double Z_99 = 2.326;
    private static final double Z_90 = 1.282;

    private final MetricJudge metrics;
    private final ObjectiveJudge objectives;
    private final Bootstrap bootstrap;
    private final Limits limits;

    ComparisonJudge(Bootstrap bootstrap, NoiseFloor floor, Limits limits) {
        this.bootstrap = bootstrap;
        this.metrics = new MetricJudge(floor, limits);
        this.objectives = new ObjectiveJudge(bootstrap);
        this.limits = limits;
    }

    Comparison judge(Objectives wanted, Profiles before, Profiles after) {
        var judged = judgeMetrics(before, after);
        var checks = objectives.check(wanted, before, after);
        var finding = findingOf(judged, after);
        return new Comparison(
                finding.verdict(),
                !checks.isEmpty() && checks.stream().allMatch(ObjectiveCheck::isMet),
                gainSharePct(checks, judged),
                finding.moreRuns(),
                finding.reason() + ". " + ObjectiveCheck.said(checks),
                judged);
    }

    private record Finding(Verdict verdict, int moreRuns, String reason) {}

    private Finding findingOf(List<MetricVerdict> judged, Profiles after) {
        var worse = judged.stream().filter(m -> m.result() == Result.FAIL).toList();
        if (!worse.isEmpty() && worse.stream().allMatch(m -> m.metric().isLatency() && isMeasuredOnce(m, after))) {
            return new Finding(Verdict.INCONCLUSIVE, 1, "Worse in the one test there is: " + named(worse));
        }
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
                .filter(m -> m.request().equals(Profiles.ALL) || m.metric() != Metric.P99_MS)
                .toList();
        if (!doubtful.isEmpty()) {
            return new Finding(Verdict.INCONCLUSIVE, moreRuns(doubtful), "Cannot be told yet: " + named(doubtful));
        }
        if (!better.isEmpty() && better.stream().allMatch(m -> isMeasuredOnce(m, after) && !m.fellBy(HALF_PCT))) {
            return new Finding(Verdict.INCONCLUSIVE, 1, "Better in the one test there is: " + named(better));
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
            var requests = before.requestsOnEitherSide(after, profile);
            var all = arms(profile, Profiles.ALL, before, after);
            for (String request : requests) {
                var arms = arms(profile, request, before, after);
                int alike = request.equals(Profiles.ALL) ? 1 : requests.size();
                for (Metric metric : Metric.values()) {
                    judged.add(metrics.judge(arms, all, metric, alike));
                }
            }
        }
        return judged;
    }

    private Arms arms(String profile, String request, Profiles before, Profiles after) {
        return new Arms(profile, request, before.arm(profile, request), after.arm(profile, request), bootstrap);
    }

    private static boolean isMeasuredOnce(MetricVerdict metric, Profiles after) {
        return after.arm(metric.profile(), metric.request()).blocks().size() < 2;
    }

    /**
     * All requests together decide; a p99 of a short run rests on too few responses to hold up a verdict, and a single
     * request counts only where it is surely better or worse, and so does a stress test.
     */
    private boolean isEssential(MetricVerdict metric) {
        return metric.request().equals(Profiles.ALL)
                && metric.metric() != Metric.P99_MS
                && !metric.profile().equals(Profiles.STRESS);
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

    /**
     * The interval narrows with the square root of the data. Wanted is one that rules out a rise beyond the tolerance with a
     * power of 0.9 when there is none.
     */
    private int moreRuns(List<MetricVerdict> metrics) {
        return metrics.stream()
                .map(MetricVerdict::effect)
                .filter(Objects::nonNull)
                .mapToInt(this::moreRuns)
                .max()
                .orElse(1);
    }

    private int moreRuns(Effect effect) {
        double wanted = limits.tolerancePct() * Z_99 / (Z_99 + Z_90);
        double is = (effect.atMostPct() - effect.atLeastPct()) / 2;
        double times = Math.pow(is / wanted, 2);
        return Math.clamp((int) Math.ceil((times - 1) * Math.max(1, effect.tests())), 1, MOST_RUNS);
    }

    /** The most telling first: all requests together stand before single ones. */
    private static String named(List<MetricVerdict> metrics) {
        return metrics.stream().limit(MOST_NAMED).map(MetricVerdict::said).collect(Collectors.joining("; "))
                + (metrics.size() > MOST_NAMED ? "; and " + (metrics.size() - MOST_NAMED) + " more" : "");
    }
}
