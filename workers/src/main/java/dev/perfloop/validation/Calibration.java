package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.target.Objectives.Objective;
import dev.perfloop.validation.Comparison.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What load tests of an unchanged target tell of the verdicts that it will get: each two of them are compared as if something had
 * been changed in between, with the noise that the others show.
 *
 * @param floor       the noise of all of them
 * @param comparisons how many were made
 * @param falseAlarms how many of them claimed a gain or a loss
 */
record Calibration(NoiseFloor floor, int comparisons, int falseAlarms) {
    private static final Objectives NONE = new Objectives(new Objective(null, null, null, null, null), Map.of());

    /** @param tests each alike, with one block a request; three at least */
    static Calibration of(List<Profiles> tests, Bootstrap bootstrap, Limits limits) {
        int comparisons = 0;
        int falseAlarms = 0;
        for (int i = 0; i < tests.size(); i++) {
            for (int j = i + 1; j < tests.size(); j++) {
                List<Profiles> others = new ArrayList<>(tests);
                others.remove(j);
                others.remove(i);
                var verdict = new ComparisonJudge(bootstrap, floor(others, bootstrap), limits)
                        .judge(NONE, tests.get(i), tests.get(j))
                        .verdict();
                comparisons++;
                falseAlarms += verdict == Verdict.IMPROVED || verdict == Verdict.REGRESSED ? 1 : 0;
            }
        }
        return new Calibration(floor(tests, bootstrap), comparisons, falseAlarms);
    }

    private static NoiseFloor floor(List<Profiles> tests, Bootstrap bootstrap) {
        return new NoiseFloor(new NoiseObserver(bootstrap).observe(together(tests)));
    }

    private static Profiles together(List<Profiles> tests) {
        Map<String, Map<String, Arm>> arms = new HashMap<>();
        tests.forEach(test -> test.arms()
                .forEach((profile, its) -> its.forEach((request, arm) ->
                        arms.computeIfAbsent(profile, p -> new HashMap<>()).merge(request, arm, Arm::and))));
        return new Profiles(arms);
    }
}
