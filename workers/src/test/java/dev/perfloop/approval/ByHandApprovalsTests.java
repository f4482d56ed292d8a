package dev.perfloop.approval;

import static dev.perfloop.approval.ApprovalRoom.NO;
import static dev.perfloop.approval.ApprovalRoom.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan leaves to a person, who says whether it is done. */
class ByHandApprovalsTests {
    private final ApprovalRoom room = new ApprovalRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theProcessIsToldWhatIsLeftToAPerson() {
        byHand();
        var changes = room.get(Changes.class);

        assertThat(changes.waitForPerson(RUN)).isTrue();
        assertThat(changes.isAnythingApplied(RUN)).isTrue();

        room.jdbc.sql("UPDATE change SET status = 'SKIPPED'").update();
        assertThat(changes.waitForPerson(RUN)).isFalse();
        assertThat(changes.isAnythingApplied(RUN)).isFalse();
    }

    @Test
    void whatIsDoneByHandIsSkippedWhereAPersonSaysItIsNot() {
        byHand();
        room.jdbc
                .sql("INSERT INTO approval_decision VALUES ('d1', 'r1-by-hand', 'REJECT', 'anna', now(), 'no time')")
                .update();

        assertThat(room.approvals.record("r1-by-hand", RUN, Answer.of("REJECT", null, "anna")))
                .isEqualTo(NO);

        assertThat(room.changes())
                .containsExactly(
                        "c1 SKIPPED Not done, says anna: no time",
                        "c2 SKIPPED Not done, says anna: no time",
                        "c3 APPLIED ");
    }

    @Test
    void whatNobodySaysInTimeIsNotDone() {
        byHand();

        assertThat(room.approvals.record("r1-by-hand", RUN, Answer.of("EXPIRED", null, null)))
                .isEqualTo(NO);

        assertThat(room.changes()).contains("c1 SKIPPED Nobody said in time that it was done.", "c3 APPLIED ");
    }

    /** Somebody who did it may say so, whoever asked for the run, in Tasklist too. */
    @Test
    void sayingWhatOneDidIsNoApprovalThatWantsFourEyes() {
        room.fourEyes();
        byHand();

        assertThat(room.row("r1-by-hand")).containsEntry("four_eyes", false);
    }

    /** Two that a person applies, and one that Perfloop applied. */
    private void byHand() {
        for (int position = 1; position < 4; position++) {
            room.jdbc
                    .sql("""
                            INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                            VALUES ('c' || :position, 'r1', :position, :spec::jsonb ->> 'kind', :spec::jsonb, 's', 'u', :status)""")
                    .param("position", position)
                    .param(
                            "spec",
                            position == 3
                                    ? "{\"kind\": \"CREATE_EXTENSION\", \"name\": \"x\"}"
                                    : "{\"kind\": \"CODE_ADVICE\", \"title\": \"t\", \"advice\": \"a\", \"where\": [], "
                                            + "\"takingBack\": \"b\"}")
                    .param("status", position == 3 ? "APPLIED" : "PROPOSED")
                    .update();
        }
        room.approvals.request("r1-by-hand", RUN, ApprovalKind.BY_HAND, null);
    }
}
