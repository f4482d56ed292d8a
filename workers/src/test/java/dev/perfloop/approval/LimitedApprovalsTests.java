package dev.perfloop.approval;

import static dev.perfloop.approval.ApprovalRoom.RUN;
import static dev.perfloop.approval.ApprovalRoom.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A yes to a part of a plan, or to a later time. */
class LimitedApprovalsTests {
    private final ApprovalRoom room = new ApprovalRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void changesLeftOutAreSkippedWithWhoAndWhyAndStayOut() {
        plan();
        room.jdbc.sql("""
                        INSERT INTO approval_decision VALUES
                        ('d1', 'r1-plan', 'APPROVE', 'anna', now(), 'too big', NULL, '2026-11-21T22:00Z', '{c2}')""").update();

        var opens = Instant.parse("2026-11-21T22:00:00Z");
        assertThat(room.record("APPROVE", null, "anna")).isEqualTo(new Recorded.Stands(true, opens));
        assertThat(room.record("APPROVE", null, "anna")).as("once more").isEqualTo(new Recorded.Stands(true, opens));

        assertThat(room.changes()).containsExactly("c1 PROPOSED ", "c2 SKIPPED Left out by anna: too big");
        assertThat(room.row("r1-plan").get("left_out")).hasToString("{c2}");
    }

    @Test
    void tasklistMayLeaveOutAndPutOffToo() {
        plan();

        assertThat(room.approvals.record(
                        "r1-plan", RUN, new Answer("APPROVE", "later", null, "2", "2026-11-21T22:00Z")))
                .isEqualTo(new Recorded.Stands(true, Instant.parse("2026-11-21T22:00:00Z")));

        assertThat(room.changes()).containsExactly("c1 PROPOSED ", "c2 SKIPPED Left out in Tasklist: later");
    }

    @Test
    void whatCannotBeDoneIsAskedForAgainAndNothingIsDone() {
        plan();

        assertThat(again("1", null)).contains("Change 2 needs change 1");
        assertThat(again("7", null)).contains("no change 7");
        assertThat(again(null, "tonight")).contains("Write 22:00");

        assertThat(room.changes()).containsExactly("c1 PROPOSED ", "c2 PROPOSED ");
        assertThat(room.row("r1-plan")).containsEntry("status", "PENDING");
        assertThat(room.row("r1-plan").get("refusal")).asString().contains("Write 22:00");
        assertThat(room.record("APPROVE", null, null)).isEqualTo(YES);
        assertThat(room.row("r1-plan")).containsEntry("refusal", null);
    }

    /** Two changes, of which the second needs the first. */
    private void plan() {
        for (String id : List.of("c1", "c2")) {
            room.jdbc
                    .sql("""
                            INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                            VALUES (:id, 'r1', :position, 'CREATE_EXTENSION', '{"kind": "CREATE_EXTENSION", "name": "x"}',
                                    's', 'u', 'PROPOSED')""")
                    .param("id", id)
                    .param("position", id.equals("c1") ? 1 : 2)
                    .update();
        }
        room.jdbc.sql("INSERT INTO change_need VALUES ('c2', 'c1', 'because')").update();
        room.approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
    }

    private String again(@Nullable String leaveOut, @Nullable String notBefore) {
        return room.approvals.record("r1-plan", RUN, new Answer("APPROVE", null, null, leaveOut, notBefore))
                        instanceof Recorded.AskedAgain again
                ? again.why()
                : "not asked again";
    }
}
