package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InMemoryCamunda.class)
class RegressionGateTests {

    @ParameterizedTest
    @CsvSource({"HELD, EndEvent_Held", "REGRESSED, EndEvent_Regressed", "INCONCLUSIVE, EndEvent_Inconclusive"})
    void eachAnswerHasItsEnd(String result, String end, Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.JUDGE_GUARDS, judged(result, false));

        rehearsal.gate("PROFILE");

        assertThat(rehearsal.playedElements())
                .containsExactly("Task_OpenRun", "Task_RunBaseline", "Task_JudgeGuards", end);
        assertThat(rehearsal.completed()).contains(end, ProcessIds.REGRESSION_GATE);
    }

    @Test
    void allProfilesAreDrivenWhenTheirGuardsAreAskedForButNeverTheBreakingPoint(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.JUDGE_GUARDS, judged("HELD", false));
        rehearsal
                .workers()
                .say(
                        JobTypes.OPEN_RUN,
                        Map.of(
                                Variables.RUN_ID,
                                Rehearsal.RUN,
                                Variables.STRESS_WANTED,
                                true,
                                Variables.SOAK_WANTED,
                                true));

        rehearsal.gate("AFTER");

        assertThat(rehearsal.playedElements())
                .containsExactly(
                        "Task_OpenRun",
                        "Task_RunBaseline",
                        "Task_RunPeak",
                        "Task_RunSoak",
                        "Task_JudgeGuards",
                        "EndEvent_Held");
    }

    @Test
    void whatCannotBeToldYetIsMeasuredAgainInARoundOfItsOwn(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next(JobTypes.JUDGE_GUARDS, new Answer.Complete(judged("INCONCLUSIVE", true)))
                .say(JobTypes.JUDGE_GUARDS, judged("HELD", false));

        rehearsal.gate("PROFILE");

        assertThat(rehearsal.played().stream()
                        .filter(job -> job.jobType().equals(JobTypes.RUN_LOAD_TEST))
                        .map(job -> job.variables().get(Variables.ROUND)))
                .containsExactly(1, 2);
        assertThat(rehearsal.completed()).contains("EndEvent_Held");
    }

    @Test
    void loadThatStaysInvalidIsJudgedAsMissing(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunBaseline", new Answer.Throw(ErrorCodes.LOAD_INVALID));
        rehearsal.workers().say(JobTypes.JUDGE_GUARDS, judged("INCONCLUSIVE", false));

        rehearsal.gate("PROFILE");

        assertThat(rehearsal.playedElements()).endsWith("Task_JudgeGuards", "EndEvent_Inconclusive");
    }

    @Test
    void aGateIsCancelledUnderLoad(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunBaseline", new Answer.Hold());
        rehearsal.gate("PROFILE");

        rehearsal.cancel();

        assertThat(rehearsal.terminated()).contains("Task_RunBaseline");
        assertThat(rehearsal.playedElements()).endsWith("EndEvent_Cancelled");
        assertThat(rehearsal.completed()).contains(ProcessIds.REGRESSION_GATE);
    }

    private static Map<String, Object> judged(String result, boolean moreRuns) {
        return Map.of(Variables.GATE_RESULT, result, Variables.MORE_RUNS_ALLOWED, moreRuns);
    }
}
