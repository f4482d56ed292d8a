package dev.perfloop.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans with statistics and parameters, whose undo is looked up on a real target. */
class PlannedSettingsTests {
    private static final String SET = """
            {"kind": "SET_PARAMETER", "name": "work_mem", "value": "64MB", "current": "4MB", "restart": false,
             "reach": "DATABASE"}""";
    private static final String STATISTICS = """
            {"kind": "REFRESH_STATISTICS", "schema": "public", "table": "Loan", "columns": ["at"], "target": 1000}""";
    private static final String INDEX = """
            {"kind": "CREATE_INDEX", "schema": "public", "table": "Loan", "method": "btree",
             "columns": [{"expression": "at"}], "include": []}""";

    private final PGSimpleDataSource library = Database.empty();
    private final String database = String.valueOf(library.getDatabaseName());
    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private AnnotationConfigApplicationContext rooms;

    @BeforeEach
    void openRooms() {
        var target = JdbcClient.create(library);
        target.sql("CREATE TABLE \"Loan\" (id int, at date)").update();
        target.sql("ALTER TABLE \"Loan\" ALTER COLUMN at SET STATISTICS 50").update();
        target.sql("ALTER DATABASE " + database + " SET work_mem = '9MB'").update();
        String definition =
                """
                name: library
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: loans, get: /loans } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s }
                """.formatted(library.getServerNames()[0], library.getPortNumbers()[0], database, library.getUser());
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", definition).update();
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "analysis", "change", "optimization");
    }

    @AfterEach
    void closeRooms() {
        rooms.close();
    }

    @Test
    void statisticsComeFirstAndParametersLast() {
        finding(1, SET);
        finding(2, INDEX);
        finding(3, STATISTICS);

        draft();

        assertThat(jdbc.sql("SELECT kind FROM change ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("REFRESH_STATISTICS", "CREATE_INDEX", "SET_PARAMETER");
    }

    @Test
    void theUndoIsWhatWasSetBefore() {
        finding(1, SET);
        finding(2, STATISTICS);

        draft();

        assertThat(jdbc.sql("SELECT undo_statement FROM change ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "ALTER TABLE \"public\".\"Loan\" ALTER COLUMN \"at\" SET STATISTICS 50;\nANALYZE \"public\".\"Loan\" (\"at\")",
                        "ALTER DATABASE \"" + database + "\" SET work_mem TO '9MB'");
    }

    @Test
    void theDocumentSaysWhatHoldsWhenAndWhatCannotBeTakenBack() {
        finding(1, SET);
        finding(2, STATISTICS);
        finding(3, """
                {"kind": "SET_PARAMETER", "name": "max_wal_size", "value": "8GB", "current": "1GB", "restart": false,
                 "byHand": "it may fill a disk"}""");

        draft();

        assertThat(jdbc.sql("SELECT document FROM plan").query(String.class).single())
                .contains("ALTER DATABASE \"" + database + "\" SET work_mem TO '64MB';")
                .contains("Set there now: 9MB; taking it back sets that again.")
                .contains("that were there have been renewed: restart the service then")
                .contains(
                        "Cannot be taken back: the statistics that ANALYZE replaces are kept by nobody. What is set ahead")
                .contains("**By hand: set `max_wal_size`** (now 1GB), as it may fill a disk:");
    }

    @Test
    void whatNothingTakesBackSaysSo() {
        finding(1, """
                {"kind": "REFRESH_STATISTICS", "schema": "public", "table": "Loan", "columns": []}""");

        draft();

        assertThat(jdbc.sql("SELECT document FROM plan").query(String.class).single())
                .contains("Taken back by nothing:\n```sql\n-- The statistics stay as ANALYZE took them");
    }

    private void draft() {
        rooms.getBean(PlanDraft.class).draft(new RunId("run-1"), "T2");
    }

    private void finding(int rank, String proposal) {
        jdbc.sql("""
                        INSERT INTO finding (id, run_id, rank, kind, layer, impact, confidence, priority, effort, summary,
                                             gain_low_pct, gain_high_pct, evidence, proposal)
                        VALUES ('f' || :rank, 'run-1', :rank, 'FOUND', 'DATABASE', 50, 'MEDIUM', 'HIGH', 'QUICK', 'Found',
                                12, 40, :evidence::jsonb, :proposal::jsonb)""")
                .param("rank", rank)
                .param("evidence", """
                        {"requests": ["loans"], "requestsHow": "counted", "otherStatements": [], "reason": "Because."}""")
                .param("proposal", proposal)
                .update();
    }
}
