package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryCamunda.class)
class TargetCheckTests {

    @Test
    void everyPartIsAskedOfTheSameCheckAndItEndsWithTheLast(Rehearsal rehearsal) {
        rehearsal.check("check-1");

        assertThat(rehearsal.played())
                .extracting(Played::jobType)
                .containsExactlyInAnyOrder(JobTypes.CHECK_SERVICE, JobTypes.CHECK_DATABASE, JobTypes.TRY_REQUESTS);
        assertThat(rehearsal.played())
                .allSatisfy(job -> assertThat(job.variables()).containsEntry(Variables.CHECK_ID, "check-1"));
        assertThat(rehearsal.completed()).contains("EndEvent_TargetChecked", ProcessIds.CHECK_TARGET);
    }
}
