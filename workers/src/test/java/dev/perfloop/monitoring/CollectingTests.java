package dev.perfloop.monitoring;

import static dev.perfloop.monitoring.Watched.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.perfloop.monitoring.store.RollUps;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real sources, at times that the tests say. */
class CollectingTests {
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
    void countersOfTheServiceBecomeRatesAndTimesByRoute() throws Exception {
        watched.collect(0);
        watched.served(1270, 30, 62);
        watched.collect(15);

        assertThat(watched.value("process_cpu_share", "", 0)).isEqualTo(0.25);
        assertThat(watched.value("requests_per_second", "", 0)).isNaN();
        assertThat(watched.value("requests_per_second", "", 15)).isEqualTo(20);
        assertThat(watched.value("request_mean_ms", "GET /list", 15)).isEqualTo(40, within(1e-9));
        assertThat(watched.value("request_error_share", "GET /list", 15)).isEqualTo(0.1, within(1e-9));
    }

    @Test
    void howFullTheDiskOfTheDatabaseIsIsReadWhereItIsOurs() throws Exception {
        watched.collect(0);

        double used = watched.value("disk_used_share", "", 0);
        assumeThat(used).as("the database's disk is ours").isNotNaN();
        assertThat(used).isBetween(0.0, 1.0);
        assertThat(watched.value("disk_size_bytes", "", 0)).isGreaterThan(1e6);
    }

    @Test
    void oneSourceMayFailAloneAndLeavesAGapWithItsReason() throws Exception {
        watched.collect(0);
        watched.says("/metrics", null);
        watched.collect(15);
        watched.collect(30);

        assertThat(watched.value("requests_per_second", "", 15)).isNaN();
        assertThat(watched.value("connections", "", 15)).isPositive();
        assertThat(watched.value("collection_failed_share", "PROMETHEUS", 15)).isEqualTo(1);
        assertThat(watched.value("collection_failed_share", "DATABASE", 15)).isZero();
        assertThat(watched.gaps("PROMETHEUS"))
                .singleElement()
                .asString()
                .contains("/metrics")
                .endsWith("OPEN");
    }

    @Test
    void overAGapTheTotalsAreKept() throws Exception {
        watched.collect(0);
        watched.says("/metrics", null);
        watched.collect(15);
        watched.served(1000 + 4 * 45, 0, 50);
        watched.collect(45);
        watched.now(NOON.plusSeconds(120));
        watched.rooms.getBean(RollUps.class).catchUp();

        assertThat(watched.value("requests_per_second", "", 45)).isEqualTo(4);
        assertThat(watched.gaps("PROMETHEUS")).singleElement().asString().endsWith("TOTALS");
        assertThat(watched.jdbc.sql("""
                                SELECT sum(total) FROM sample_minute m JOIN series d ON d.id = m.series_id
                                WHERE d.metric = 'requests_per_second' AND d.subject IS NULL""").query(Double.class).single()).isEqualTo(180, within(1e-9));
    }

    @Test
    void whileWeWereAwayIsAGapToo() throws Exception {
        watched.collect(0);
        watched.collect(600);

        assertThat(watched.gaps("DATABASE")).containsExactly("Perfloop was not collecting TOTALS");
        assertThat(watched.gaps("HOST")).containsExactly("Perfloop was not collecting LOST");
    }

    @Test
    void statementsAreCountedAcrossAResetOfTheirStatistics() throws Exception {
        var theirs = JdbcClient.create(watched.theirs);
        work(theirs, 10);
        watched.collect(0);
        work(theirs, 30);
        watched.collect(60);
        String statement = statement();
        assertThat(watched.value("statement_calls_per_second", statement, 60)).isEqualTo(0.5, within(1e-9));

        theirs.sql("SELECT pg_stat_statements_reset()").query(row -> {});
        work(theirs, 6);
        watched.collect(120);

        // Six since the reset, in the little time since; the thirty-six since the first reading are not counted again.
        double calls = watched.value("statement_calls_per_second", statement, 120)
                * watched.jdbc
                        .sql("SELECT seconds FROM sample WHERE source = 'STATEMENTS' ORDER BY at DESC LIMIT 1")
                        .query(Double.class)
                        .single();
        assertThat(calls).isEqualTo(6, within(1e-6));
    }

    @Test
    void aDatabaseThatRefusesUsIsAGapAndTheServiceIsReadOn() throws Exception {
        watched.collect(0);
        String definition = watched.definition("").replace("user: postgres", "user: nobody_there");
        watched.jdbc
                .sql("UPDATE target SET definition = :d")
                .param("d", definition)
                .update();
        watched.served(1150, 0, 50);
        watched.collect(15);

        assertThat(watched.value("requests_per_second", "", 15)).isEqualTo(10);
        assertThat(watched.gaps("DATABASE"))
                .singleElement()
                .asString()
                .contains("nobody_there")
                .endsWith("OPEN");
    }

    @Test
    void onlyRequestsThatReadAreProbed() throws Exception {
        watched.collect(0);

        assertThat(watched.value("probe_failed_share", "list", 0)).isZero();
        assertThat(watched.value("probe_ms", "list", 0)).isPositive();
        assertThat(watched.value("probe_failed_share", "order", 0)).isNaN();
    }

    private static void work(JdbcClient theirs, int times) {
        for (int i = 0; i < times; i++) {
            theirs.sql("SELECT 1 AS counted_statement").query(row -> {});
        }
    }

    private String statement() {
        return watched.jdbc
                .sql("SELECT subject FROM series WHERE title LIKE '%counted_statement%' AND metric = 'statement_load'")
                .query(String.class)
                .single();
    }
}
