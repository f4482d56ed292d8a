package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.target.Objectives.Objective;
import dev.perfloop.validation.Comparison.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What load tests of an unchanged target tell of the verdicts that it will get: they are compared as if something had been
 * changed in between, with the noise that the others show. One test is compared with one other, and two with two that took
 * turns with them, as a latency is called worse by two tests at least.
 *
 * @param floor       the noise of all of them
 * @param comparisons how many were made; they share tests, so they tell less than as many separate ones would
 * @param falseAlarms how many of them claimed a gain or a loss, seen from either side
 */
record Calibration(NoiseFloor floor, int comparisons, int falseAlarms) {
    static final int FEWEST_TESTS = 3;
    private static final Objectives NONE = new Objectives(new Objective(null, null, null, null, null), Map.of());

    private record Pair(List<Profiles> one, List<Profiles> other) {}

    /**
     * @param tests each alike, with one block a request; three at least
     * @param percentDone hears of every tenth
     */
    static Calibration of(List<Profiles> tests, Bootstrap bootstrap, Limits limits, IntConsumer percentDone) {
        var pairs = pairs(tests);
        int falseAlarms = 0;
        for (int i = 0; i < pairs.size(); i++) {
            falseAlarms += raisesAlarm(pairs.get(i), tests, bootstrap, limits) ? 1 : 0;
            int tenths = 10 * (i + 1) / pairs.size();
            if (tenths > 10 * i / pairs.size()) {
                percentDone.accept(10 * tenths);
            }
        }
        return new Calibration(floor(tests, bootstrap), pairs.size(), falseAlarms);
    }

    /** Share of false alarms that is not exceeded with 95 % confidence, if the comparisons were separate ones. */
    double falseAlarmsAtMost() {
        return ErrorDifference.upperBound(falseAlarms, comparisons);
    }

    private static List<Pair> pairs(List<Profiles> tests) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            for (int j = i + 1; j < tests.size(); j++) {
                pairs.add(new Pair(List.of(tests.get(i)), List.of(tests.get(j))));
                for (int k = j + 1; k < tests.size(); k++) {
                    for (int l = k + 1; l < tests.size(); l++) {
                        pairs.add(new Pair(List.of(tests.get(i), tests.get(k)), List.of(tests.get(j), tests.get(l))));
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean raisesAlarm(Pair pair, List<Profiles> tests, Bootstrap bootstrap, Limits limits) {
        List<Profiles> others = new ArrayList<>(tests);
        others.removeAll(pair.one);
        others.removeAll(pair.other);
        var judge = new ComparisonJudge(bootstrap, floor(others, bootstrap), limits);
        var one = together(pair.one);
        var other = together(pair.other);
        return claims(judge.judge(NONE, one, other)) || claims(judge.judge(NONE, other, one));
    }

    private static boolean claims(Comparison comparison) {
        return comparison.verdict() == Verdict.IMPROVED || comparison.verdict() == Verdict.REGRESSED;
    }

    private static NoiseFloor floor(List<Profiles> tests, Bootstrap bootstrap) {
        return new NoiseFloor(new NoiseObserver(bootstrap).observe(together(tests)));
    }

    /** All of them as the tests of one side. */
    static Profiles together(List<Profiles> tests) {
        Map<String, Map<String, Arm>> arms = new HashMap<>();
        tests.forEach(test -> test.arms()
                .forEach((profile, its) -> its.forEach((request, arm) ->
                        arms.computeIfAbsent(profile, p -> new HashMap<>()).merge(request, arm, Arm::and))));
        return new Profiles(arms);
    }
}
