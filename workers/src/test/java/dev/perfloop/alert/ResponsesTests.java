package dev.perfloop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.alert.Responding.Action;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a rule may ask for beside telling. */
class ResponsesTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final AssessedRows rows = new AssessedRows(jdbc);
    private AnnotationConfigApplicationContext rooms;
    private Responding responding;
    private List<Action> asked;

    static class Clock implements InstantSource {
        @Override
        public Instant instant() {
            return NOON;
        }
    }

    @BeforeEach
    void aShop() {
        rooms = Rooms.open(
                ours, List.of(Clock.class, SaidTables.class), "run", "target", "load", "change", "mail", "alert");
        responding = rooms.getBean(Responding.class);
        asked = rooms.getBean(SaidTables.class).more;
        asked.clear();
        rows.target("shop", "");
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void whatItsApproverAllowedGoesByItselfAndNoRunMeasuresBesideIt() {
        kept("r1-c1", 2, true);
        asked.addAll(List.of(Action.START_RUN, Action.OPEN_APPROVAL, Action.ROLL_BACK));
        alert("REQUESTS");

        assertThat(responding.respond("shop")).isEmpty();
        assertThat(responding.respond("shop")).isEmpty();

        assertThat(responses())
                .containsExactly(
                        "NOTIFY",
                        "OPEN_APPROVAL not: A change is being taken back already.",
                        "ROLL_BACK r1-c1",
                        "START_RUN not: A change is being taken back: a run would measure in between.");
        assertThat(responding.takenBack("shop"))
                .singleElement()
                .satisfies(going -> assertThat(going.takeBackId())
                        .isEqualTo(text("SELECT take_back_id FROM alert_response WHERE action = 'ROLL_BACK'")));
        assertThat(text("SELECT wished_by || ': ' || reason FROM take_back"))
                .isEqualTo("Perfloop (alert): p95 is high.");
    }

    @Test
    void twoCausesAtOnceTakeOneChangeBack() {
        kept("r1-c1", 2, true);
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status, ended_at)
                        SELECT 'r1-c2', run_id, 2, kind, spec, statement, undo_statement, status, ended_at FROM change""").update();
        asked.add(Action.ROLL_BACK);
        alert("REQUESTS");
        alert("DATABASE");

        responding.respond("shop");

        assertThat(responses())
                .filteredOn(response -> response.startsWith("ROLL_BACK"))
                .containsExactlyInAnyOrder("ROLL_BACK r1-c2", "ROLL_BACK not: A change is being taken back already.");
        assertThat(text("SELECT count(*) FROM take_back")).isEqualTo("1");
    }

    @Test
    void whatWasRefusedInTheEndWasNotDoneForTheCause() {
        kept("r1-c1", 2, true);
        asked.add(Action.ROLL_BACK);
        alert("REQUESTS");
        responding.respond("shop");
        end("REFUSED");
        alert("REQUESTS");
        responding.respond("shop");
        end("TAKEN_BACK");
        alert("REQUESTS");
        responding.respond("shop");

        assertThat(responses())
                .filteredOn(response -> response.startsWith("ROLL_BACK"))
                .containsExactlyInAnyOrder(
                        "ROLL_BACK r1-c1",
                        "ROLL_BACK r1-c1",
                        "ROLL_BACK not: It was done for this cause less than 24 hours ago.");
    }

    @Test
    void whatItsApproverDidNotAllowIsAskedOfAPerson() {
        kept("r1-c1", 2, false);
        asked.addAll(List.of(Action.ROLL_BACK, Action.OPEN_APPROVAL));
        alert("REQUESTS");
        responding.respond("shop");

        assertThat(responses())
                .containsExactly(
                        "NOTIFY",
                        "OPEN_APPROVAL r1-c1",
                        "ROLL_BACK not: No change was kept within 7 days whose approver lets it be taken back by itself.");
        assertThat(text("SELECT words FROM alert_response WHERE action = 'OPEN_APPROVAL'"))
                .isEqualTo("Shall the latest change go? An approver says so: perfloop run take-back r1-c1."
                        + " It was: CREATE INDEX x");
        assertThat(text("SELECT count(*) FROM take_back")).isEqualTo("0");
    }

    @Test
    void whatWasKeptLongAgoIsNotSuspected() {
        kept("r1-c1", 8, true);
        asked.addAll(List.of(Action.ROLL_BACK, Action.OPEN_APPROVAL));
        alert("REQUESTS");
        responding.respond("shop");

        assertThat(responses())
                .filteredOn(response -> !response.equals("NOTIFY"))
                .allSatisfy(response -> assertThat(response).contains(" not: No change was kept within 7 days"));
    }

    @Test
    void scalingIsAskedForOnceWithTheTimeAtWhichItRunsOut() {
        int disk = rows.series("shop", "disk_used_share", null, "share");
        for (int hour = 0; hour < 48; hour++) {
            filled(disk, NOON.minus(Duration.ofHours(48 - hour)), 0.6 + 0.005 * hour);
        }
        asked.add(Action.ASK_FOR_SCALING);
        breached(alert("DISK"), disk, "disk_used_share");
        responding.respond("shop");

        assertThat(text("SELECT resource FROM alert_response WHERE action = 'ASK_FOR_SCALING'"))
                .isEqualTo("DISK");
        assertThat(text("SELECT words FROM alert_response WHERE action = 'ASK_FOR_SCALING'"))
                .startsWith("Target shop wants more disk. p95 is high. It runs out about 2")
                .contains("November 2026");

        responding.eachAskedForScaling("shop", away -> false);
        responding.eachAskedForScaling("shop", wish -> wish.resource() == Resource.DISK);
        responding.eachAskedForScaling("shop", again -> {
            throw new AssertionError("it was sent");
        });

        jdbc.sql("UPDATE alert SET state = 'RESOLVED', resolved_at = now()").update();
        breached(alert("DISK"), disk, "disk_used_share");
        responding.respond("shop");
        assertThat(responses()).contains("ASK_FOR_SCALING not: It was done for this cause less than 24 hours ago.");
    }

    @Test
    void moreOfNothingHelpsWhereALockIsHeld() {
        int locks = rows.series("shop", "lock_waiting_sessions", null, "1");
        asked.add(Action.ASK_FOR_SCALING);
        breached(alert("DATABASE"), locks, "lock_waiting_sessions");
        responding.respond("shop");

        assertThat(responses()).contains("ASK_FOR_SCALING not: More of no resource that Perfloop knows of would help.");
    }

    private void kept(String id, int daysAgo, boolean mayTakeBack) {
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at, ended_at)
                        VALUES ('r1', 'shop', '', 'QUICK', 'ENDED', 'TARGETS_MET', 'ann', now(), now())""").update();
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status, ended_at)
                        VALUES (:id, 'r1', 1, 'CREATE_INDEX', '{}', 'CREATE INDEX x', 'DROP INDEX x', 'KEPT', :at)""")
                .param("id", id)
                .param("at", NOON.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO approval (id, run_id, kind, status, requested_at, decided_in)
                        VALUES ('a', 'r1', 'PLAN', 'APPROVED', now(), 'PERFLOOP')""").update();
        jdbc.sql("""
                        INSERT INTO approval_decision (id, approval_id, decision, decided_by, decided_at, comment, may_take_back)
                        VALUES ('d', 'a', 'APPROVE', 'ann', now(), '', :may)""").param("may", mayTakeBack).update();
    }

    private void end(String outcome) {
        jdbc.sql("UPDATE take_back SET outcome = :outcome, ended_at = now() WHERE ended_at IS NULL")
                .param("outcome", outcome)
                .update();
        jdbc.sql("UPDATE alert SET state = 'RESOLVED', resolved_at = now()").update();
    }

    private UUID alert(String family) {
        return jdbc.sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at)
                        VALUES (gen_random_uuid(), 'shop', :family, 'CRITICAL', 'OPEN', 'p95 is high.', now(), now())
                        RETURNING id""").param("family", family).query(UUID.class).single();
    }

    private void breached(UUID alert, int series, String metric) {
        jdbc.sql("""
                        INSERT INTO alert_breach (alert_id, series_id, metric, unit, value, worst, threshold, threshold_from, severity,
                                                  first_at, last_at)
                        SELECT :alert, id, metric, unit, 1, 1, 1, 'DECISION', 'CRITICAL', now(), now()
                        FROM series WHERE id = :series AND metric = :metric""")
                .param("alert", alert)
                .param("series", series)
                .param("metric", metric)
                .update();
    }

    private void filled(int series, Instant at, double value) {
        jdbc.sql("CREATE TABLE IF NOT EXISTS sample_hour_all PARTITION OF sample_hour DEFAULT")
                .update();
        jdbc.sql("INSERT INTO sample_hour VALUES (:series, :at, 240, :value, :value, 3600 * :value, 3600, :value)")
                .param("series", series)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("value", value)
                .update();
    }

    private List<String> responses() {
        return jdbc.sql("""
                        SELECT action || coalesce(' ' || change_id, '') || coalesce(' not: ' || why_none, '')
                        FROM alert_response
                        ORDER BY action""").query(String.class).list();
    }

    private String text(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }
}
