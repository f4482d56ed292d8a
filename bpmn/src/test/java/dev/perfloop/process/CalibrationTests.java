package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InMemoryCamunda.class)
class CalibrationTests {

    @ParameterizedTest
    @CsvSource({"true, EndEvent_Calibrated", "false, EndEvent_Inconclusive"})
    void eachAnswerHasItsEnd(boolean known, String end, Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.CALIBRATE_NOISE, Map.of(Variables.NOISE_KNOWN, known));

        rehearsal.calibrate(3);

        assertThat(rehearsal.playedElements()).endsWith("Task_CalibrateNoise", end);
        assertThat(rehearsal.completed()).contains(end, ProcessIds.CALIBRATION);
    }

    @Test
    void asManyAlikeTestsAreDrivenAsWereAskedForWithBaselineAndPeakOnly(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.CALIBRATE_NOISE, Map.of(Variables.NOISE_KNOWN, true));

        rehearsal.calibrate(3);

        assertThat(loads(rehearsal, Variables.ROUND)).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(loads(rehearsal, Variables.PHASE)).containsOnly("CALIBRATION");
        assertThat(rehearsal.playedElements())
                .contains("Task_RunBaseline", "Task_RunPeak")
                .doesNotContain("Task_RunStress", "Task_RunSoak");
    }

    @Test
    void aTestThatStaysInvalidIsLeftOutAndTheOthersAreDriven(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.CALIBRATE_NOISE, Map.of(Variables.NOISE_KNOWN, true));
        rehearsal.workers().next("Task_RunPeak", new Answer.Throw(ErrorCodes.LOAD_INVALID));

        rehearsal.calibrate(4);

        assertThat(loads(rehearsal, Variables.ROUND)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(rehearsal.at("Task_CalibrateNoise").variables()).containsEntry(Variables.LEFT_OUT, 1);
    }

    @Test
    void aTargetThatCannotBeDrivenIsNotDrivenForEver(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.CALIBRATE_NOISE, Map.of(Variables.NOISE_KNOWN, false));
        rehearsal
                .workers()
                .next(
                        "Task_RunBaseline",
                        new Answer.Throw(ErrorCodes.LOAD_INVALID),
                        new Answer.Throw(ErrorCodes.LOAD_INVALID));

        rehearsal.calibrate(6);

        assertThat(loads(rehearsal, Variables.ROUND)).containsExactly(1, 2);
        assertThat(rehearsal.completed()).contains("EndEvent_Inconclusive");
    }

    @Test
    void aCalibrationIsCancelledUnderLoad(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunBaseline", new Answer.Hold());
        rehearsal.calibrate(3);

        rehearsal.cancel();

        assertThat(rehearsal.terminated()).contains("Task_RunBaseline");
        assertThat(rehearsal.playedElements()).endsWith("EndEvent_Cancelled");
        assertThat(rehearsal.completed()).contains(ProcessIds.CALIBRATION);
    }

    private static List<Object> loads(Rehearsal rehearsal, String variable) {
        return rehearsal.played().stream()
                .filter(job -> job.jobType().equals(JobTypes.RUN_LOAD_TEST))
                .map(job -> job.variables().get(variable))
                .toList();
    }
}
