package dev.perfloop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decided threshold of a pool is 1 for a minute; that of home's p95 is its objective, 200 ms. */
class OwnThresholdTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final AssessedRows rows = new AssessedRows(jdbc);
    private AnnotationConfigApplicationContext rooms;
    private int waiting;
    private int home;

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
        rows.target("shop", "");
        waiting = rows.series("shop", "pool_waiting_threads", null, "1");
        home = rows.series("shop", "request_p95_ms", "home", "ms");
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void anOwnOneComesBeforeTheDecisionAndTheObjective() {
        own(waiting, 10, 0);
        own(home, 100, 0);

        evaluate(0, 4, 150);

        assertThat(texts("SELECT metric || ' ' || threshold || ' ' || threshold_from FROM alert_breach"))
                .containsExactly("request_p95_ms 100 OWN");
        assertThat(texts("SELECT words FROM alert"))
                .containsExactly("p95 of home: 150 ms, wanted at most 100 ms (own threshold).");
    }

    @Test
    void whatIsBeyondNowIsToldFirst() {
        int other = rows.series("shop", "request_p95_ms", "other", "ms");
        own(home, 100, 5);
        own(other, 100, 5);
        for (int minute : new int[] {0, 6, 8}) {
            UUID assessment = rows.assessment("shop", NOON.plus(Duration.ofMinutes(minute)), "REAL_TIME");
            rows.reading(assessment, home, minute == 8 ? 20 : 900, null, null);
            rows.reading(assessment, other, 150, null, null);
            rooms.getBean(Evaluating.class).evaluate(assessment);
        }

        assertThat(texts("SELECT words FROM alert"))
                .containsExactly("p95 of other: 150 ms, wanted at most 100 ms (own threshold), and 1 more.");
    }

    @Test
    void takenAwayTheOthersHoldAgain() {
        own(waiting, 10, 0);
        evaluate(0, 4, 20);
        jdbc.sql("DELETE FROM own_threshold").update();
        evaluate(1, 4, 20);
        evaluate(2, 4, 20);

        assertThat(texts("SELECT threshold_from FROM alert_breach")).containsExactly("DECISION");
    }

    @Test
    void whatHeldAtTheNewestAssessmentCanBeSeen() {
        int unknown = rows.series("shop", "host_network_bytes", null, "bytes");
        jdbc.sql("INSERT INTO threshold_held VALUES (:id, 1, 1, 'ABOVE', 1, 0, 'HISTORY', now())")
                .param("id", unknown)
                .update();
        own(waiting, 10, 30);
        UUID assessment = evaluate(0, 4, 150);
        rows.reading(assessment, unknown, 5, null, null);
        rooms.getBean(Evaluating.class).evaluate(assessment);
        evaluate(1, 5, 160);

        assertThat(
                        texts(
                                "SELECT series_id || ' ' || warning || ' ' || lasting_seconds || ' ' || threshold_from || ' ' || (since = '2026-11-21 12:00Z') FROM threshold_held ORDER BY 1"))
                .containsExactlyInAnyOrder(waiting + " 10 30 OWN true", home + " 200 300 OBJECTIVE true");
    }

    @Test
    void whatWasFoundOfAStatementIsACauseOfItsOwnAndSaidByItsText() {
        int slower = rows.series("shop", "statement_slower_times", "4711", "1");
        jdbc.sql("UPDATE series SET title = 'SELECT * FROM item' WHERE id = :id")
                .param("id", slower)
                .update();
        own(slower, 1.2, 0);
        UUID assessment = rows.assessment("shop", NOON, "REAL_TIME");
        rows.reading(assessment, slower, 2.3, null, null);
        rooms.getBean(Evaluating.class).evaluate(assessment);

        assertThat(texts("SELECT family || ': ' || words FROM alert"))
                .containsExactly(
                        "STATEMENTS: slowdown, in times, of SELECT * FROM item: 2.3, wanted at most 1.2 (own threshold).");
    }

    private UUID evaluate(int minute, double threads, double p95) {
        UUID assessment = rows.assessment("shop", NOON.plus(Duration.ofMinutes(minute)), "REAL_TIME");
        rows.reading(assessment, waiting, threads, null, null);
        rows.reading(assessment, home, p95, null, null);
        rooms.getBean(Evaluating.class).evaluate(assessment);
        return assessment;
    }

    private void own(int series, double warning, int seconds) {
        jdbc.sql("INSERT INTO own_threshold VALUES (:id, :warning, 2 * :warning, 'ABOVE', :seconds, 0.1, 'ann', now())")
                .param("id", series)
                .param("warning", warning)
                .param("seconds", seconds)
                .update();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
