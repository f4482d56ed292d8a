package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryCamunda.class)
class ObservabilityTests {

    @Test
    void aWishIsHandedOnWithItsRunAndFulfilled(Rehearsal rehearsal) {
        rehearsal.wish("wish-1");

        assertThat(rehearsal.played()).singleElement().satisfies(job -> {
            assertThat(job.jobType()).isEqualTo(JobTypes.SET_UP_OBSERVABILITY);
            assertThat(job.variables())
                    .containsEntry(Variables.WISH_ID, "wish-1")
                    .containsEntry(Variables.RUN_ID, Rehearsal.RUN);
        });
        assertThat(rehearsal.completed()).contains("EndEvent_WishFulfilled", ProcessIds.SET_UP_OBSERVABILITY);
    }
}
