package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryCamunda.class)
class TakeBackTests {

    @Test
    void aKeptChangeIsTakenBackAndItsGuardsGoWithIt(Rehearsal rehearsal) {
        rehearsal.takeBack("take-back-1");

        assertThat(rehearsal.playedElements()).containsExactly("Task_TakeBackChange", "Task_LiftGuards");
        assertThat(rehearsal.played())
                .allSatisfy(job -> assertThat(job.variables())
                        .containsEntry(Variables.TAKE_BACK_ID, "take-back-1")
                        .containsEntry(Variables.RUN_ID, Rehearsal.RUN));
        assertThat(rehearsal.completed()).contains("EndEvent_ChangeTakenBack", ProcessIds.TAKE_BACK_CHANGE);
    }

    @Test
    void whatIsRefusedLeavesItsGuards(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.TAKE_BACK_CHANGE, Map.of(Variables.TAKE_BACK_OUTCOME, "REFUSED"));

        rehearsal.takeBack("take-back-1");

        assertThat(rehearsal.playedElements()).containsExactly("Task_TakeBackChange");
        assertThat(rehearsal.completed()).contains("EndEvent_Refused", ProcessIds.TAKE_BACK_CHANGE);
    }
}
