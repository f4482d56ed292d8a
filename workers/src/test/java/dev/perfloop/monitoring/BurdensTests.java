package dev.perfloop.monitoring;

import static dev.perfloop.monitoring.Watched.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.store.RollUps;
import dev.perfloop.monitoring.store.Samples;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six days of hours of one statement, whose calls take twice as long since eight hours. */
class BurdensTests {
    private static final SeriesKey CALLS = SeriesKey.rate(Source.STATEMENTS, "statement_calls_per_second", "1/s");
    private static final SeriesKey LOAD = SeriesKey.rate(Source.STATEMENTS, "statement_load", "1");
    private static final int HOURS = 144;
    private Watched watched;

    @BeforeEach
    void open() throws IOException, SQLException {
        watched = new Watched();
        watched.served(1000, 0, 50);
        watched.says("/list", "[]");
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void whatIsFoundIsASeriesOfItsOwnAndGoesOnBeingToldWhenItIsOver() {
        history("4711");
        assess();

        assertThat(reading("statement_slower_times")).isCloseTo(2, within(0.1));
        assertThat(watched.jdbc
                        .sql(
                                "SELECT kind || ' ' || (words LIKE 'A call takes 20%') FROM statement_finding WHERE ended_at IS NULL")
                        .query(String.class)
                        .list())
                .containsExactly("SLOWER true");

        watched.jdbc.sql("UPDATE statement_finding SET ended_at = now()").update();
        watched.now(NOON.plusSeconds(60));
        assess();

        assertThat(reading("statement_slower_times")).isEqualTo(1);
    }

    @Test
    void whatWasFoundOnlyIsNoReadingOfTheTargetsOwn() throws Exception {
        history("4711");
        assess();
        String nowhere = watched.definition("")
                .replace("user: postgres", "user: nobody_there")
                .replace(watched.url(), "http://127.0.0.1:1");
        watched.jdbc
                .sql("UPDATE target SET definition = :d")
                .param("d", nowhere)
                .update();
        watched.now(NOON.plusSeconds(120));

        assertThat(watched.rooms.getBean(Looking.class).look("shop")).isInstanceOf(Looked.Silent.class);
    }

    @Test
    void plansAreSeenAsThePlannerHasThem() throws Exception {
        try (Statement theirs = watched.theirs.getConnection().createStatement()) {
            theirs.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            theirs.execute("CREATE TABLE item AS SELECT g AS id, g % 100 AS parent FROM generate_series(1, 5000) g");
            theirs.execute("ANALYZE item");
            theirs.execute("SELECT * FROM item WHERE parent = 7");
            String id;
            try (var row = theirs.executeQuery(
                    "SELECT queryid FROM pg_stat_statements WHERE query LIKE 'SELECT * FROM item%' LIMIT 1")) {
                row.next();
                id = row.getString(1);
            }
            history(id);
            assess();
            theirs.execute("CREATE INDEX item_parent ON item (parent)");
            watched.jdbc
                    .sql("UPDATE sample_mark SET until = until - interval '1 hour' WHERE resolution = 'HOUR'")
                    .update();
            watched.now(NOON.plusSeconds(60));
            assess();
        }

        assertThat(watched.jdbc
                        .sql("SELECT shape FROM statement_plan ORDER BY at")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfies(shapes -> assertThat(shapes.getFirst()).isEqualTo("Seq Scan item"))
                .satisfies(shapes -> assertThat(shapes.getLast()).contains("item_parent"));
    }

    private void history(String statement) {
        List<Reading> readings = new ArrayList<>();
        for (int ago = HOURS; ago >= 1; ago--) {
            double mean = (ago <= 8 ? 0.02 : 0.01) * (1 + 0.01 * (ago % 5 - 2));
            readings.add(new Reading(
                    Source.STATEMENTS,
                    NOON.minus(Duration.ofHours(ago)).plusSeconds(600),
                    600,
                    List.of(
                            CALLS.of(statement, "SELECT").at(5),
                            LOAD.of(statement, "SELECT").at(5 * mean))));
        }
        watched.rooms.getBean(Samples.class).keep("shop", readings, () -> {});
        watched.rooms.getBean(RollUps.class).catchUp();
    }

    private void assess() {
        watched.rooms.getBean(Assessing.class).assess("shop", RestsOn.REAL_TIME);
    }

    private double reading(String metric) {
        return watched.jdbc.sql("""
                        SELECT r.value FROM assessment_reading r JOIN assessment a ON a.id = r.assessment_id
                        WHERE r.metric = :metric ORDER BY a.at DESC LIMIT 1""").param("metric", metric).query(Double.class).single();
    }
}
