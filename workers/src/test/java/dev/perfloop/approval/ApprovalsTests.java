package dev.perfloop.approval;

import static dev.perfloop.approval.ApprovalRoom.NO;
import static dev.perfloop.approval.ApprovalRoom.NOON;
import static dev.perfloop.approval.ApprovalRoom.RUN;
import static dev.perfloop.approval.ApprovalRoom.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.impl.CamundaObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApprovalsTests {
    private final ApprovalRoom room = new ApprovalRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anApprovalIsRequestedOnceHoweverOftenTheJobComes() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(room.row("r1-plan")).containsEntry("status", "PENDING").containsEntry("kind", "PLAN");
        assertThat(room.jdbc
                        .sql("SELECT expires_at FROM approval")
                        .query(Instant.class)
                        .single())
                .isEqualTo(NOON.plusSeconds(7 * 86_400));
        assertThat(events()).allMatch(event -> event.contains("\"approvalId\": \"r1-plan\""));
    }

    @Test
    void aDecisionInPerfloopKeepsWhoSaidItAndWhy() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, "PT1H");
        room.say("APPROVE");

        assertThat(room.record("APPROVE", "other", "somebody")).isEqualTo(YES);

        assertThat(room.row("r1-plan"))
                .containsEntry("status", "APPROVED")
                .containsEntry("decided_in", "PERFLOOP")
                .containsEntry("decided_by", "anna")
                .containsEntry("comment", "looks right");
        assertThat(events().getLast()).contains("\"status\": \"APPROVED\"");
    }

    @Test
    void aDecisionInTasklistStandsAgainstALateOneInPerfloop() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        room.say("APPROVE");

        assertThat(room.record("REJECT", "too risky", null)).isEqualTo(NO);

        assertThat(room.row("r1-plan"))
                .containsEntry("status", "REJECTED")
                .containsEntry("decided_in", "TASKLIST")
                .containsEntry("comment", "too risky");
    }

    @Test
    void silenceExpires() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(room.record("EXPIRED", null, null)).isEqualTo(NO);

        assertThat(room.row("r1-plan")).containsEntry("status", "EXPIRED").containsEntry("decided_in", "TIMER");
    }

    @Test
    void aTaskCompletedWithoutADecisionIsNotAYes() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(room.record(null, null, null)).isEqualTo(NO);

        assertThat(room.row("r1-plan")).containsEntry("status", "REJECTED");
    }

    @Test
    void aSecondDeliveryOfTheDecisionSaysTheSameAndChangesNothing() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        room.record("APPROVE", "first", "anna");

        assertThat(room.record("APPROVE", "second", "bert")).isEqualTo(YES);

        assertThat(room.row("r1-plan")).containsEntry("comment", "first").containsEntry("decided_by", "anna");
    }

    @Test
    void aReminderIsDatedAndAnnounced() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        room.approvals.remind("r1-plan", RUN);

        assertThat(room.jdbc
                        .sql("SELECT reminded_at FROM approval")
                        .query(Instant.class)
                        .single())
                .isEqualTo(NOON);
        assertThat(events()).hasSize(2);
    }

    @Test
    void whatStillWaitsWhenTheRunEndsIsWithdrawn() {
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        room.record("APPROVE", null, null);
        room.approvals.request("r1-inconclusive-1", RUN, ApprovalKind.INCONCLUSIVE, null);

        room.approvals.withdraw(RUN);

        assertThat(room.row("r1-plan")).containsEntry("status", "APPROVED");
        assertThat(room.row("r1-inconclusive-1")).containsEntry("status", "WITHDRAWN");
    }

    @Test
    void theVariablesOfTheModelAreUnderstood() {
        String variables =
                "{\"runId\": \"r1\", \"approvalId\": \"r1-plan\", \"approvalKind\": \"PLAN\", \"approvalExpiry\": null}";

        assertThat(new CamundaObjectMapper().fromJson(variables, RequestApprovalWorker.In.class))
                .isEqualTo(new RequestApprovalWorker.In(RUN, "r1-plan", ApprovalKind.PLAN, null));
    }

    private List<String> events() {
        return room.jdbc
                .sql("SELECT payload FROM run_event WHERE kind = 'APPROVAL' ORDER BY id")
                .query(String.class)
                .list();
    }
}
