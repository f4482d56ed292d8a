package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a run is doing, it can be cancelled, and leaves the target as it was. */
@ExtendWith(InMemoryCamunda.class)
class CancelTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_CheckObservability",
                "Task_RunBaseline",
                "Task_AnalyseDatabase",
                "Task_ApplyChange",
                "Task_CompareResults"
            })
    void aRunIsCancelledInTheMidstOfAStep(String element, Rehearsal rehearsal) {
        rehearsal.workers().next(element, new Answer.Hold());
        rehearsal.requestAndApprove();

        rehearsal.cancel();

        assertCancelled(rehearsal, element);
    }

    @Test
    void aRunIsCancelledWhileAChangeIsTakenOut(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.ATTRIBUTE_CHANGES, Map.of(Variables.TO_TELL_APART, List.of("change-1")));
        rehearsal.workers().next("Task_TakeOutChanges", new Answer.Hold());
        rehearsal.requestAndApprove();

        rehearsal.cancel();

        assertCancelled(rehearsal, "Task_TakeOutChanges");
    }

    @ParameterizedTest
    @ValueSource(strings = "Task_ApprovePlan")
    void aRunIsCancelledWhileItWaitsForADecision(String element, Rehearsal rehearsal) {
        rehearsal.request();

        rehearsal.cancel();

        assertCancelled(rehearsal, element);
    }

    private static void assertCancelled(Rehearsal rehearsal, String interrupted) {
        assertThat(rehearsal.terminated()).contains(interrupted);
        assertThat(rehearsal.playedElements())
                .endsWith("Task_UndoChanges_Cancel", "Task_VerifyRollback_Cancel", "EndEvent_Cancelled");
        assertThat(rehearsal.end()).contains("EndEvent_Cancelled");
    }
}
