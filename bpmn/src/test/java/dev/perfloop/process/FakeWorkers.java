package dev.perfloop.process;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as workers would on a run where everything goes well; a test says what is different. */
final class FakeWorkers {
    private final Map<String, Map<String, Object>> usual = new HashMap<>();
    private final Map<String, Deque<Answer>> scripted = new HashMap<>();

    FakeWorkers() {
        usual.put(
                JobTypes.OPEN_RUN,
                Map.of(
                        Variables.RUN_ID,
                        Rehearsal.RUN,
                        Variables.TARGET,
                        Rehearsal.TARGET,
                        Variables.INTENSITY,
                        "QUICK",
                        Variables.STRESS_WANTED,
                        false,
                        Variables.SOAK_WANTED,
                        false));
        usual.put(JobTypes.COLLECT_BASELINE, Map.of(Variables.PROFILE_TAKEN, true));
        usual.put(JobTypes.PLAN_INJECTORS, Map.of(Variables.INJECTORS, List.of(1)));
        usual.put(JobTypes.RUN_LOAD_TEST, Map.of(Variables.LOAD_VALID, true, Variables.LOAD_ATTEMPT, 1));
        usual.put(
                JobTypes.LOCATE_BOTTLENECKS,
                Map.of(Variables.LAYERS, List.of("DATABASE"), Variables.OBJECTIVES_MET, false));
        usual.put(JobTypes.RANK_BOTTLENECKS, Map.of(Variables.BOTTLENECK_COUNT, 2));
        usual.put(
                JobTypes.FIND_ROOT_CAUSES,
                Map.of(Variables.FINDING_COUNT, 2, Variables.PROPOSABLE_COUNT, 2, Variables.HARDEST_EFFORT, "QUICK"));
        usual.put(JobTypes.DRAFT_PLAN, Map.of(Variables.CHANGE_IDS, List.of("change-1", "change-2")));
        usual.put(JobTypes.APPLY_CHANGE, Map.of(Variables.ANYTHING_APPLIED, true));
        usual.put(JobTypes.COMPARE_RESULTS, comparison("IMPROVED", true, 100, false));
        usual.put(JobTypes.ATTRIBUTE_CHANGES, Map.of(Variables.TO_TELL_APART, List.of()));
        usual.put(JobTypes.JUDGE_CONTRIBUTION, Map.of(Variables.CONTRIBUTES, true));
        usual.put(JobTypes.PLAN_NEXT_TIME, nextTime(null, false));
        usual.put(JobTypes.MONITORING_COLLECT, Map.of(Variables.GAPS_TO_FILL, 0, Variables.RESTS_ON, "REAL_TIME"));
        usual.put(JobTypes.MONITORING_FALL_BACK, Map.of(Variables.RESTS_ON, "DELAYED"));
        usual.put(JobTypes.MONITORING_ANALYSE, Map.of(Variables.ASSESSMENT_ID, "assessment-1"));
        usual.put(JobTypes.UNDO_CHANGES, Map.of(Variables.TAKEN_BACK, 0));
        usual.put(JobTypes.TAKE_BACK_CHANGE, Map.of(Variables.TAKE_BACK_OUTCOME, "TAKEN_BACK"));
    }

    static Map<String, Object> comparison(
            String verdict, boolean objectivesMet, double gainSharePct, boolean moreRuns) {
        return Map.of(
                Variables.VERDICT, verdict,
                Variables.OBJECTIVES_MET, objectivesMet,
                Variables.GAIN_SHARE_PCT, gainSharePct,
                Variables.MORE_RUNS_ALLOWED, moreRuns,
                Variables.TAKE_TURNS, false);
    }

    /** Not known yet, with changes that can be taken out for another measurement. */
    static Map<String, Object> inTurns() {
        Map<String, Object> comparison = new HashMap<>(comparison("INCONCLUSIVE", false, 0, true));
        comparison.put(Variables.TAKE_TURNS, true);
        return comparison;
    }

    /** What "Plan next time" says. */
    static Map<String, Object> nextTime(@Nullable Instant due, boolean over) {
        Map<String, Object> plan = new HashMap<>();
        plan.put(Variables.NEXT_DUE, due == null ? null : due.toString());
        plan.put(Variables.SCHEDULE_OVER, over);
        return plan;
    }

    /** From now on, jobs of this type end with these variables. */
    FakeWorkers say(String jobType, Map<String, Object> variables) {
        usual.put(jobType, variables);
        return this;
    }

    /** The next jobs at this element, or of this type, end like this, one after the other; then it is as usual again. */
    FakeWorkers next(String elementOrType, Answer... answers) {
        scripted.computeIfAbsent(elementOrType, key -> new ArrayDeque<>()).addAll(List.of(answers));
        return this;
    }

    Answer answer(ActivatedJob job) {
        for (String key : List.of(job.getElementId(), job.getType())) {
            var answers = scripted.getOrDefault(key, new ArrayDeque<>());
            if (!answers.isEmpty()) {
                return answers.pop();
            }
        }
        return new Answer.Complete(
                job.getType().equals(JobTypes.RECORD_DECISION)
                        ? counts("APPROVE".equals(job.getVariablesAsMap().get(Variables.DECISION)))
                        : usual.getOrDefault(job.getType(), Map.of()));
    }

    /** A decision that counts, and from now on. */
    private static Map<String, Object> counts(boolean approved) {
        Map<String, Object> recorded = new HashMap<>();
        recorded.put(Variables.APPROVED, approved);
        recorded.put(Variables.APPLY_FROM, null);
        recorded.put(Variables.REFUSAL, null);
        recorded.put(Variables.BY_HAND_WANTED, false);
        recorded.put(Variables.ANYTHING_APPLIED, approved);
        return recorded;
    }
}
