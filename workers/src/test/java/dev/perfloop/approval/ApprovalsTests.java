package dev.perfloop.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import io.camunda.client.impl.CamundaObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApprovalsTests {
    private static final RunId RUN = new RunId("r1");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Approvals approvals;

    ApprovalsTests() {
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean("clock", InstantSource.class, () -> InstantSource.fixed(NOON));
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Worker|Configuration)")));
        scanner.scan("dev.perfloop.run", "dev.perfloop.target", "dev.perfloop.approval");
        context.refresh();
        approvals = context.getBean(Approvals.class);
    }

    @BeforeEach
    void startRun() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'shop', 'name: shop', 'QUICK', 'RUNNING', 'operator', now())""").update();
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

        assertThat(record("APPROVE", "other", "somebody")).isTrue();

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

        assertThat(record("REJECT", "too risky", null)).isFalse();

        assertThat(row("r1-plan"))
                .containsEntry("status", "REJECTED")
                .containsEntry("decided_in", "TASKLIST")
                .containsEntry("comment", "too risky");
    }

    @Test
    void silenceExpires() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(record("EXPIRED", null, null)).isFalse();

        assertThat(row("r1-plan")).containsEntry("status", "EXPIRED").containsEntry("decided_in", "TIMER");
    }

    @Test
    void aTaskCompletedWithoutADecisionIsNotAYes() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);

        assertThat(record(null, null, null)).isFalse();

        assertThat(row("r1-plan")).containsEntry("status", "REJECTED");
    }

    @Test
    void aSecondDeliveryOfTheDecisionSaysTheSameAndChangesNothing() {
        approvals.request("r1-plan", RUN, ApprovalKind.PLAN, null);
        record("APPROVE", "first", "anna");

        assertThat(record("APPROVE", "second", "bert")).isTrue();

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

    private boolean record(@Nullable String decision, @Nullable String comment, @Nullable String by) {
        return approvals.record("r1-plan", RUN, decision, comment, by);
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
