package dev.perfloop.approval;

import static dev.perfloop.approval.ApprovalRoom.NO;
import static dev.perfloop.approval.ApprovalRoom.RUN;
import static dev.perfloop.approval.ApprovalRoom.YES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the target wants that nobody approves what they asked for. */
class FourEyesTests {
    private final ApprovalRoom room = new ApprovalRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void withFourEyesTheRequesterCannotApproveAndTasklistDoesNotSayWhoDid() {
        room.fourEyes();
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        room.jdbc
                .sql("INSERT INTO approval_decision VALUES ('d1', 'r1-plan', 'APPROVE', 'operator', now(), '')")
                .update();

        assertThat(room.record("APPROVE", null, "operator"))
                .isInstanceOfSatisfying(
                        Recorded.AskedAgain.class,
                        again -> assertThat(again.why()).contains("operator asked for the run"));
        assertThat(room.record("APPROVE", null, null))
                .isInstanceOfSatisfying(
                        Recorded.AskedAgain.class,
                        again -> assertThat(again.why()).contains("Approve it in Perfloop"));
        assertThat(room.record("APPROVE", null, "anna"))
                .as("a name that nobody vouches for")
                .isInstanceOf(Recorded.AskedAgain.class);
        assertThat(room.row("r1-plan")).containsEntry("status", "PENDING");

        room.say("APPROVE");
        assertThat(room.record("APPROVE", null, "anna")).isEqualTo(YES);
    }

    @Test
    void withFourEyesAnybodyMaySayNo() {
        room.fourEyes();
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(room.record("REJECT", "no", null)).isEqualTo(NO);
    }

    @Test
    void withFourEyesAYesThatDoesNotCountTakesInconclusiveChangesBack() {
        room.fourEyes();
        room.approvals.request("r1-plan", RUN, ApprovalKind.INCONCLUSIVE, null);

        assertThat(room.record("APPROVE", null, null)).isEqualTo(NO);

        assertThat(room.row("r1-plan")).containsEntry("status", "REJECTED");
        assertThat(room.row("r1-plan").get("comment")).asString().contains("four eyes");
    }
}
