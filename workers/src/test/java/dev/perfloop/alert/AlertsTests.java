package dev.perfloop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlertsTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final HikariDataSource ours = pooled(Database.migrated());
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final AssessedRows rows = new AssessedRows(jdbc);
    private AnnotationConfigApplicationContext rooms;
    private Evaluating evaluating;
    private Responding responding;
    private int waiting;

    static class Clock implements InstantSource {
        @Override
        public Instant instant() {
            return NOON;
        }
    }

    @BeforeEach
    void aWatchedShop() {
        rooms = Rooms.open(
                ours, List.of(Clock.class, SaidTables.class), "run", "target", "load", "change", "mail", "alert");
        evaluating = rooms.getBean(Evaluating.class);
        responding = rooms.getBean(Responding.class);
        rows.target("shop", "");
        waiting = rows.series("shop", "pool_waiting_threads", null, "1");
    }

    @AfterEach
    void close() {
        rooms.close();
        ours.close();
    }

    @Test
    void whatIsBeyondForLongEnoughIsOneAlertThatSaysWhy() {
        evaluate(0, 3);
        assertThat(states()).as("a minute has not passed").isEmpty();
        evaluate(1, 3);
        evaluate(2, 4);

        assertThat(states()).containsExactly("POOL WARNING OPEN");
        assertThat(text("SELECT words FROM alert"))
                .isEqualTo("threads waiting for a database connection: 4, wanted at most 1 (decided).");
        assertThat(text("SELECT worst || ' ' || threshold || ' ' || threshold_from FROM alert_breach"))
                .isEqualTo("4 1 DECISION");
    }

    @Test
    void itGetsWorseAndIsResolvedWhenItIsBackForAsLong() {
        evaluate(0, 3);
        evaluate(1, 3);
        evaluate(2, 9);
        assertThat(states()).containsExactly("POOL CRITICAL OPEN");

        evaluate(3, 0);
        assertThat(states()).containsExactly("POOL CRITICAL OPEN");
        assertThat(text("SELECT words FROM alert"))
                .isEqualTo(
                        "threads waiting for a database connection: inside again with 0, at worst 9, wanted at most 1 (decided).");
        evaluate(4, 0);

        assertThat(states()).containsExactly("POOL CRITICAL RESOLVED");
        evaluate(5, 3);
        evaluate(6, 3);
        assertThat(states()).as("anew").containsExactly("POOL CRITICAL RESOLVED", "POOL WARNING OPEN");
    }

    @Test
    void silenceIsNoRecoveryAndThePastIsNoAlarm() {
        evaluate(0, 3);
        evaluate(1, 3);
        evaluating.evaluate(rows.assessment("shop", minute(2), "REAL_TIME"));
        UUID past = rows.assessment("shop", minute(3), "HISTORICAL");
        rows.reading(past, waiting, 0, null, null);
        evaluating.evaluate(past);

        assertThat(states()).containsExactly("POOL WARNING OPEN");
    }

    @Test
    void anAssessmentCountsOnceAndNotAfterALaterOne() {
        UUID first = assessment(0, 3);
        evaluating.evaluate(first);
        UUID late = assessment(1, 0);
        evaluate(2, 3);

        evaluating.evaluate(first);
        evaluating.evaluate(late);

        assertThat(states()).containsExactly("POOL WARNING OPEN");
    }

    @Test
    void whatBelongsTogetherIsOneAlert() {
        int pending = rows.series("shop", "pool_waiting_threads", "second", "1");
        int route = rows.series("shop", "request_p95_ms", "home", "ms");
        for (int at : new int[] {0, 6}) {
            UUID assessment = assessment(at, 3);
            rows.reading(assessment, pending, 2, null, null);
            rows.reading(assessment, route, 350, null, null);
            evaluating.evaluate(assessment);
        }

        assertThat(states()).containsExactlyInAnyOrder("POOL WARNING OPEN", "REQUESTS CRITICAL OPEN");
        assertThat(text("SELECT count(*) FROM alert_breach")).isEqualTo("3");
        assertThat(text("SELECT words FROM alert WHERE family = 'REQUESTS'"))
                .isEqualTo("p95 of home: 350 ms, wanted at most 200 ms (objective), critical from 300 ms.");
    }

    @Test
    void withoutRuleAndObjectiveItIsHeldAgainstWhatIsUsual() {
        int probe = rows.series("shop", "probe_ms", null, "ms");
        for (int at : new int[] {0, 6}) {
            UUID assessment = rows.assessment("shop", minute(at), "REAL_TIME");
            rows.reading(assessment, probe, 65, 40.0, 50.0);
            evaluating.evaluate(assessment);
        }

        assertThat(text("SELECT severity || ' ' || threshold || ' ' || threshold_from FROM alert_breach"))
                .isEqualTo("WARNING 60 HISTORY");
    }

    @Test
    void inAMaintenanceWindowItIsMutedUntilTheWindowIsOver() {
        rows.target("kept", "guards: { maintenance: [\"12:00-12:05\"] }\n");
        int its = rows.series("kept", "pool_waiting_threads", null, "1");
        for (int at : new int[] {0, 2}) {
            UUID assessment = rows.assessment("kept", minute(at), "REAL_TIME");
            rows.reading(assessment, its, 3, null, null);
            evaluating.evaluate(assessment);
        }
        assertThat(states()).containsExactly("POOL WARNING MUTED");

        UUID after = rows.assessment("kept", minute(6), "REAL_TIME");
        rows.reading(after, its, 3, null, null);
        evaluating.evaluate(after);
        assertThat(states()).containsExactly("POOL WARNING OPEN");
    }

    @Test
    void whatSomebodyMutedStaysSoUntilTheirTimeIsOver() {
        evaluate(0, 3);
        evaluate(1, 3);
        jdbc.sql("UPDATE alert SET state = 'MUTED', changed_by = 'ann', muted_until = '2026-11-21T12:03:00Z'")
                .update();

        evaluate(2, 9);
        assertThat(states()).containsExactly("POOL CRITICAL MUTED");
        evaluate(4, 9);
        assertThat(states()).containsExactly("POOL CRITICAL OPEN");
    }

    @Test
    void aCauseIsAnsweredOnceForEachSeverityAndBeginsOneRun() {
        evaluate(0, 3);
        evaluate(1, 3);
        assertThat(responding.respond("shop")).isEmpty();
        evaluate(2, 9);

        List<RunId> runs = responding.respond("shop");

        assertThat(runs).hasSize(1);
        assertThat(responding.respond("shop")).as("asked again: the same run").isEqualTo(runs);
        assertThat(responses())
                .containsExactly(
                        "WARNING NOTIFY ran=false", "CRITICAL NOTIFY ran=false", "CRITICAL START_RUN ran=true");
        assertThat(text("SELECT requested_by FROM run")).isEqualTo("Perfloop (alert)");
    }

    @Test
    void theSameCauseBeginsNoSecondRunWhileItCoolsDown() {
        for (int at = 0; at < 6; at += 3) {
            evaluate(at, 9);
            evaluate(at + 1, 9);
            responding.respond("shop");
            jdbc.sql("UPDATE run SET status = 'ENDED', outcome = 'ESCALATED' WHERE status <> 'ENDED'")
                    .update();
            jdbc.sql("UPDATE alert SET state = 'RESOLVED', resolved_at = now() WHERE state <> 'RESOLVED'")
                    .update();
            jdbc.sql("DELETE FROM threshold_watch").update();
        }

        assertThat(text("SELECT count(*) FROM run")).isEqualTo("1");
        assertThat(text("SELECT why_none FROM alert_response WHERE why_none IS NOT NULL"))
                .contains("It was done for this cause less than 24 hours ago");
    }

    @Test
    void theEngineIsAskedOnceAMinuteForAMetric() {
        evaluate(0, 3);
        evaluate(1, 3);
        evaluate(2, 3);

        assertThat(rooms.getBean(SaidTables.class).askedForThresholds).hasValue(1);
    }

    /** Each assessment is handed to two workers, as an engine may do, by sixteen threads. */
    @Test
    void aThousandBreachesAtOnceAreAThousandAlerts() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int n = 0; n < 500; n++) {
            String target = "target-" + n;
            rows.target(target, "");
            int pool = rows.series(target, "pool_waiting_threads", null, "1");
            int route = rows.series(target, "request_p95_ms", "home", "ms");
            for (int at : new int[] {0, 6}) {
                UUID assessment = rows.assessment(target, minute(at), "REAL_TIME");
                rows.reading(assessment, pool, 3, null, null);
                rows.reading(assessment, route, 250, null, null);
                if (at == 0) {
                    evaluating.evaluate(assessment);
                } else {
                    for (int twice = 0; twice < 2; twice++) {
                        work.add(() -> {
                            evaluating.evaluate(assessment);
                            responding.respond(target);
                            return true;
                        });
                    }
                }
            }
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(text("SELECT count(*) || ' of ' || count(DISTINCT (target_id, family)) FROM alert"))
                .isEqualTo("1000 of 1000");
        assertThat(text("SELECT count(*) FROM alert_breach")).isEqualTo("1000");
        assertThat(text("SELECT count(*) FROM alert_response")).isEqualTo("1000");
    }

    private static HikariDataSource pooled(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(16);
        return pool;
    }

    private void evaluate(int minute, double value) {
        evaluating.evaluate(assessment(minute, value));
    }

    private UUID assessment(int minute, double value) {
        UUID id = rows.assessment("shop", minute(minute), "REAL_TIME");
        rows.reading(id, waiting, value, null, null);
        return id;
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private List<String> states() {
        return jdbc.sql("SELECT family || ' ' || severity || ' ' || state FROM alert ORDER BY opened_at, family")
                .query(String.class)
                .list();
    }

    private List<String> responses() {
        return jdbc.sql("""
                        SELECT severity || ' ' || action || ' ran=' || (run_id IS NOT NULL)
                        FROM alert_response
                        ORDER BY severity DESC, action""").query(String.class).list();
    }

    private String text(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }
}
