package dev.perfloop.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.Changes;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import io.camunda.client.impl.CamundaObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApprovalsTests {
    private static final RunId RUN = new RunId("r1");
    private static final Recorded YES = new Recorded.Stands(true, null);
    private static final Recorded NO = new Recorded.Stands(false, null);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final String DEFINITION = """
            name: shop
            baseUrl: http://127.0.0.1:1
            load: { requests: [ { name: list, get: / } ] }
            database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
            """;

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final AnnotationConfigApplicationContext context =
            Rooms.open(ours, List.of(Stopped.class), "run", "target", "load", "change", "approval");
    private final Approvals approvals = context.getBean(Approvals.class);

    @Configuration(proxyBeanMethods = false)
    static class Stopped {
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOON);
        }
    }

    @BeforeEach
    void startRun() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'shop', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", DEFINITION).update();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void anApprovalIsRequestedOnceHoweverOftenTheJobComes() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(row("r1-plan")).containsEntry("status", "PENDING").containsEntry("kind", "PLAN");
        assertThat(jdbc.sql("SELECT expires_at FROM approval")
                        .query(Instant.class)
                        .single())
                .isEqualTo(NOON.plusSeconds(7 * 86_400));
        assertThat(events()).allMatch(event -> event.contains("\"approvalId\": \"r1-plan\""));
    }

    @Test
    void aDecisionInPerfloopKeepsWhoSaidItAndWhy() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, "PT1H");
        say("APPROVE");

        assertThat(record("APPROVE", "other", "somebody")).isEqualTo(YES);

        assertThat(row("r1-plan"))
                .containsEntry("status", "APPROVED")
                .containsEntry("decided_in", "PERFLOOP")
                .containsEntry("decided_by", "anna")
                .containsEntry("comment", "looks right");
        assertThat(events().getLast()).contains("\"status\": \"APPROVED\"");
    }

    @Test
    void aDecisionInTasklistStandsAgainstALateOneInPerfloop() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        say("APPROVE");

        assertThat(record("REJECT", "too risky", null)).isEqualTo(NO);

        assertThat(row("r1-plan"))
                .containsEntry("status", "REJECTED")
                .containsEntry("decided_in", "TASKLIST")
                .containsEntry("comment", "too risky");
    }

    @Test
    void silenceExpires() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(record("EXPIRED", null, null)).isEqualTo(NO);

        assertThat(row("r1-plan")).containsEntry("status", "EXPIRED").containsEntry("decided_in", "TIMER");
    }

    @Test
    void aTaskCompletedWithoutADecisionIsNotAYes() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(record(null, null, null)).isEqualTo(NO);

        assertThat(row("r1-plan")).containsEntry("status", "REJECTED");
    }

    @Test
    void aSecondDeliveryOfTheDecisionSaysTheSameAndChangesNothing() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        record("APPROVE", "first", "anna");

        assertThat(record("APPROVE", "second", "bert")).isEqualTo(YES);

        assertThat(row("r1-plan")).containsEntry("comment", "first").containsEntry("decided_by", "anna");
    }

    @Test
    void aReminderIsDatedAndAnnounced() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        approvals.remind("r1-plan", RUN);

        assertThat(jdbc.sql("SELECT reminded_at FROM approval")
                        .query(Instant.class)
                        .single())
                .isEqualTo(NOON);
        assertThat(events()).hasSize(2);
    }

    @Test
    void whatStillWaitsWhenTheRunEndsIsWithdrawn() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        record("APPROVE", null, null);
        approvals.request("r1-inconclusive-1", RUN, ApprovalKind.INCONCLUSIVE, null);

        approvals.withdraw(RUN);

        assertThat(row("r1-plan")).containsEntry("status", "APPROVED");
        assertThat(row("r1-inconclusive-1")).containsEntry("status", "WITHDRAWN");
    }

    @Test
    void theVariablesOfTheModelAreUnderstood() {
        String variables =
                "{\"runId\": \"r1\", \"approvalId\": \"r1-plan\", \"approvalKind\": \"PLAN\", \"approvalExpiry\": null}";

        assertThat(new CamundaObjectMapper().fromJson(variables, RequestApprovalWorker.In.class))
                .isEqualTo(new RequestApprovalWorker.In(RUN, "r1-plan", ApprovalKind.PLAN, null));
    }

    @Test
    void changesLeftOutAreSkippedWithWhoAndWhyAndStayOut() {
        plan();
        jdbc.sql("""
                        INSERT INTO approval_decision VALUES
                        ('d1', 'r1-plan', 'APPROVE', 'anna', now(), 'too big', NULL, '2026-11-21T22:00Z', '{c2}')""").update();

        var opens = Instant.parse("2026-11-21T22:00:00Z");
        assertThat(record("APPROVE", null, "anna")).isEqualTo(new Recorded.Stands(true, opens));
        assertThat(record("APPROVE", null, "anna")).as("once more").isEqualTo(new Recorded.Stands(true, opens));

        assertThat(changes()).containsExactly("c1 PROPOSED ", "c2 SKIPPED Left out by anna: too big");
        assertThat(row("r1-plan").get("left_out")).hasToString("{c2}");
    }

    @Test
    void tasklistMayLeaveOutAndPutOffToo() {
        plan();

        assertThat(approvals.record("r1-plan", RUN, new Answer("APPROVE", "later", null, "2", "2026-11-21T22:00Z")))
                .isEqualTo(new Recorded.Stands(true, Instant.parse("2026-11-21T22:00:00Z")));

        assertThat(changes()).containsExactly("c1 PROPOSED ", "c2 SKIPPED Left out in Tasklist: later");
    }

    @Test
    void whatCannotBeDoneIsAskedForAgainAndNothingIsDone() {
        plan();

        assertThat(again("1", null)).contains("Change 2 needs change 1");
        assertThat(again("7", null)).contains("no change 7");
        assertThat(again(null, "tonight")).contains("Write 22:00");

        assertThat(changes()).containsExactly("c1 PROPOSED ", "c2 PROPOSED ");
        assertThat(row("r1-plan")).containsEntry("status", "PENDING");
        assertThat(row("r1-plan").get("refusal")).asString().contains("Write 22:00");
        assertThat(record("APPROVE", null, null)).isEqualTo(YES);
        assertThat(row("r1-plan")).containsEntry("refusal", null);
    }

    @Test
    void withFourEyesTheRequesterCannotApproveAndTasklistDoesNotSayWhoDid() {
        fourEyes();
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        jdbc.sql("INSERT INTO approval_decision VALUES ('d1', 'r1-plan', 'APPROVE', 'operator', now(), '')")
                .update();

        assertThat(record("APPROVE", null, "operator"))
                .isInstanceOfSatisfying(
                        Recorded.AskedAgain.class,
                        again -> assertThat(again.why()).contains("operator asked for the run"));
        assertThat(record("APPROVE", null, null))
                .isInstanceOfSatisfying(
                        Recorded.AskedAgain.class,
                        again -> assertThat(again.why()).contains("Approve it in Perfloop"));
        assertThat(record("APPROVE", null, "anna"))
                .as("a name that nobody vouches for")
                .isInstanceOf(Recorded.AskedAgain.class);
        assertThat(row("r1-plan")).containsEntry("status", "PENDING");

        say("APPROVE");
        assertThat(record("APPROVE", null, "anna")).isEqualTo(YES);
    }

    @Test
    void withFourEyesAnybodyMaySayNo() {
        fourEyes();
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(record("REJECT", "no", null)).isEqualTo(NO);
    }

    @Test
    void withFourEyesAYesThatDoesNotCountTakesInconclusiveChangesBack() {
        fourEyes();
        approvals.request("r1-plan", RUN, ApprovalKind.INCONCLUSIVE, null);

        assertThat(record("APPROVE", null, null)).isEqualTo(NO);

        assertThat(row("r1-plan")).containsEntry("status", "REJECTED");
        assertThat(row("r1-plan").get("comment")).asString().contains("four eyes");
    }

    @Test
    void theProcessIsToldWhatIsLeftToAPerson() {
        byHand();
        var changes = context.getBean(Changes.class);

        assertThat(changes.waitForPerson(RUN)).isTrue();
        assertThat(changes.isAnythingApplied(RUN)).isTrue();

        jdbc.sql("UPDATE change SET status = 'SKIPPED'").update();
        assertThat(changes.waitForPerson(RUN)).isFalse();
        assertThat(changes.isAnythingApplied(RUN)).isFalse();
    }

    @Test
    void whatIsDoneByHandIsSkippedWhereAPersonSaysItIsNot() {
        byHand();
        jdbc.sql("INSERT INTO approval_decision VALUES ('d1', 'r1-by-hand', 'REJECT', 'anna', now(), 'no time')")
                .update();

        assertThat(approvals.record("r1-by-hand", RUN, Answer.of("REJECT", null, "anna")))
                .isEqualTo(NO);

        assertThat(changes())
                .containsExactly(
                        "c1 SKIPPED Not done, says anna: no time",
                        "c2 SKIPPED Not done, says anna: no time",
                        "c3 APPLIED ");
    }

    @Test
    void whatNobodySaysInTimeIsNotDone() {
        byHand();

        assertThat(approvals.record("r1-by-hand", RUN, Answer.of("EXPIRED", null, null)))
                .isEqualTo(NO);

        assertThat(changes()).contains("c1 SKIPPED Nobody said in time that it was done.", "c3 APPLIED ");
    }

    /** Somebody who did it may say so, whoever asked for the run, in Tasklist too. */
    @Test
    void sayingWhatOneDidIsNoApprovalThatWantsFourEyes() {
        fourEyes();
        byHand();

        assertThat(row("r1-by-hand")).containsEntry("four_eyes", false);
    }

    /** Two that a person applies, and one that Perfloop applied. */
    private void byHand() {
        for (int position = 1; position < 4; position++) {
            jdbc.sql("""
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
        approvals.request("r1-by-hand", RUN, ApprovalKind.BY_HAND, null);
    }

    private void fourEyes() {
        jdbc.sql("UPDATE run SET target_definition = target_definition || 'approval: { fourEyes: true }'")
                .update();
    }

    /** Two changes, of which the second needs the first. */
    private void plan() {
        for (String id : List.of("c1", "c2")) {
            jdbc.sql("""
                            INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                            VALUES (:id, 'r1', :position, 'CREATE_EXTENSION', '{"kind": "CREATE_EXTENSION", "name": "x"}',
                                    's', 'u', 'PROPOSED')""")
                    .param("id", id)
                    .param("position", id.equals("c1") ? 1 : 2)
                    .update();
        }
        jdbc.sql("INSERT INTO change_need VALUES ('c2', 'c1', 'because')").update();
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
    }

    private String again(@Nullable String leaveOut, @Nullable String notBefore) {
        return approvals.record("r1-plan", RUN, new Answer("APPROVE", null, null, leaveOut, notBefore))
                        instanceof Recorded.AskedAgain again
                ? again.why()
                : "not asked again";
    }

    private List<String> changes() {
        return jdbc.sql("SELECT concat(id, ' ', status, ' ', note) FROM change ORDER BY position")
                .query(String.class)
                .list();
    }

    private Recorded record(@Nullable String decision, @Nullable String comment, @Nullable String by) {
        return approvals.record("r1-plan", RUN, Answer.of(decision, comment, by));
    }

    private void say(String decision) {
        jdbc.sql("INSERT INTO approval_decision VALUES ('d1', 'r1-plan', :decision, 'anna', now(), 'looks right')")
                .param("decision", decision)
                .update();
    }

    private Map<String, Object> row(String id) {
        return jdbc.sql("SELECT * FROM approval WHERE id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private List<String> events() {
        return jdbc.sql("SELECT payload FROM run_event WHERE kind = 'APPROVAL' ORDER BY id")
                .query(String.class)
                .list();
    }
}
