package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InMemoryCamunda.class)
class LoadValidationTests {

    @ParameterizedTest
    @CsvSource({
        "false, false, 'BASELINE,PEAK'",
        "true, false, 'BASELINE,PEAK,STRESS'",
        "false, true, 'BASELINE,PEAK,SOAK'",
        "true, true, 'BASELINE,PEAK,STRESS,SOAK'"
    })
    void theWantedProfilesAreDrivenInOrder(boolean stress, boolean soak, String profiles, Rehearsal rehearsal) {
        drive(rehearsal, "BEFORE", stress, soak);

        assertThat(profiles(rehearsal)).containsExactly(profiles.split(","));
        assertThat(rehearsal.completed()).contains("EndEvent_LoadDriven", ProcessIds.LOAD_VALIDATION);
    }

    @Test
    void profilingNeedsTheBaselineOnly(Rehearsal rehearsal) {
        drive(rehearsal, "PROFILE", true, true);

        assertThat(profiles(rehearsal)).containsExactly("BASELINE");
        assertThat(rehearsal.completed()).contains("EndEvent_ProfilingLoadDriven");
    }

    @Test
    void eachInjectorHasAJobOfItsOwnAndTheyAnswerAsOne(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.PLAN_INJECTORS, Map.of(Variables.INJECTORS, List.of(1, 2, 3)));
        var invalid = attempt(1, false);
        var valid = attempt(2, true);
        rehearsal.workers().next("Task_RunBaseline", invalid, invalid, invalid, valid, valid, valid);

        drive(rehearsal, "PROFILE", false, false);

        assertThat(rehearsal.played().stream()
                        .filter(job -> job.elementId().equals("Task_RunBaseline"))
                        .map(job -> job.variables().get(Variables.INJECTOR) + " of "
                                + job.variables().get(Variables.INJECTORS) + ", attempts: "
                                + job.variables().get(Variables.LOAD_ATTEMPT)))
                .containsExactlyInAnyOrder(
                        "1 of [1, 2, 3], attempts: null",
                        "2 of [1, 2, 3], attempts: null",
                        "3 of [1, 2, 3], attempts: null",
                        "1 of [1, 2, 3], attempts: 1",
                        "2 of [1, 2, 3], attempts: 1",
                        "3 of [1, 2, 3], attempts: 1");
        assertThat(rehearsal.completed()).contains("EndEvent_ProfilingLoadDriven", ProcessIds.LOAD_VALIDATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Baseline", "Peak", "Stress", "Soak"})
    void anInvalidRunIsRepeated(String profile, Rehearsal rehearsal) {
        rehearsal.workers().next("Task_Run" + profile, attempt(1, false), attempt(2, false), attempt(3, true));

        drive(rehearsal, "AFTER", true, true);

        assertThat(rehearsal.played().stream()
                        .filter(job -> job.elementId().equals("Task_Run" + profile))
                        .map(job -> job.variables().get(Variables.LOAD_ATTEMPT)))
                .containsExactly(null, 1, 2);
        assertThat(rehearsal.completed()).contains("EndEvent_LoadDriven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Baseline", "Peak", "Stress", "Soak"})
    void threeInvalidRunsAreTheEnd(String profile, Rehearsal rehearsal) {
        rehearsal.workers().next("Task_Run" + profile, attempt(1, false), attempt(2, false), attempt(3, false));

        drive(rehearsal, "AFTER", true, true);

        // an error that nobody catches stops at its end event with an incident
        assertThat(profiles(rehearsal)).endsWith(profile.toUpperCase(), profile.toUpperCase(), profile.toUpperCase());
        assertThat(rehearsal.completed()).doesNotContain(ProcessIds.LOAD_VALIDATION);
    }

    private static Answer attempt(int number, boolean valid) {
        return new Answer.Complete(Map.of(Variables.LOAD_ATTEMPT, number, Variables.LOAD_VALID, valid));
    }

    private static void drive(Rehearsal rehearsal, String phase, boolean stress, boolean soak) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                Variables.RUN_ID, Rehearsal.RUN,
                Variables.PHASE, phase,
                Variables.ROUND, 1,
                Variables.STRESS_WANTED, stress,
                Variables.SOAK_WANTED, soak));
        rehearsal.start(ProcessIds.LOAD_VALIDATION, variables);
    }

    private static List<String> profiles(Rehearsal rehearsal) {
        return rehearsal.played().stream()
                .filter(job -> job.jobType().equals(JobTypes.RUN_LOAD_TEST))
                .map(job -> job.headers().getOrDefault(Variables.PROFILE, "none"))
                .toList();
    }
}
