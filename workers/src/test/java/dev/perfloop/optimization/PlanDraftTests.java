package dev.perfloop.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.profiling.KeptProfile;
import dev.perfloop.profiling.ProfiledDatabase;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import dev.perfloop.target.TargetUnavailable;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the rows of the findings to the rows of the changes and the plan's document. */
class PlanDraftTests {
    private static final RunId RUN = new RunId("run-1");
    private static final String DEFINITION = """
            name: library
            baseUrl: http://127.0.0.1:1
            load: { requests: [ { name: loans, get: /loans } ] }
            database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
            """;

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private AnnotationConfigApplicationContext rooms;

    @BeforeEach
    void openRooms() {
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", DEFINITION)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", DEFINITION).update();
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "analysis", "change", "optimization");
    }

    @AfterEach
    void closeRooms() {
        rooms.close();
    }

    @Test
    void whatGivesMostForItsCostComesFirst() {
        finding("big", 60, 40_000_000_000L, "visit", "patient_id");
        finding("small", 50, 40_000_000L, "loan", "member_id");

        draft();

        assertThat(jdbc.sql("SELECT statement FROM change ORDER BY position")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("CREATE INDEX CONCURRENTLY")
                                .contains("loan")
                                .contains("member_id"),
                        second -> assertThat(second).contains("visit"));
    }

    @Test
    void aTargetThatIsAwayIsWaitedForAndWhatItCouldNotTryIsStillProposed() {
        finding("small", 50, 40_000_000L, "loan", "member_id");
        var elsewhere = ProfiledDatabase.with(
                "CREATE TABLE loan AS SELECT n AS id, n % 900 AS member_id FROM generate_series(1, 20000) n");
        KeptProfile.of(
                RUN,
                elsewhere.runs(2, "SELECT * FROM loan WHERE member_id = {i}").profiled(),
                List.of(),
                rooms);

        assertThatExceptionOfType(TargetUnavailable.class)
                .isThrownBy(() -> rooms.getBean(Trials.class).attempt(RUN))
                .withMessageContaining("does not answer");
        assertThat(draft()).hasSize(1);
    }

    @Test
    void whereNothingIsProposedThereIsNothingToTry() {
        assertThat(rooms.getBean(Trials.class).attempt(RUN)).isZero();

        assertThat(jdbc.sql("SELECT count(*) FROM run_blind_spot")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void draftingAgainProposesNothingTwice() {
        finding("small", 50, 40_000_000L, "loan", "member_id");

        assertThat(draft()).hasSize(1).isEqualTo(draft());
        assertThat(jdbc.sql("SELECT count(*) FROM plan").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void aFindingThatExplainsNextToNothingIsNotActedOn() {
        finding("faint", 2, 40_000_000L, "loan", "member_id");

        assertThat(draft()).isEmpty();
        assertThat(document()).contains("Found, but not part of this plan");
    }

    @Test
    void theDocumentTellsWhoeverDecidesWhatItMayCost() {
        finding("small", 50, 40_000_000L, "loan", "member_id");
        jdbc.sql(
                        "INSERT INTO refusal VALUES ('run-1', 'index on public.loan (late)', 'the condition keeps about 50 % of the rows')")
                .update();
        jdbc.sql("INSERT INTO run_blind_spot VALUES ('run-1', 'hot code', 'no JFR', 'jmx: localhost:9010')")
                .update();

        draft();

        assertThat(document())
                .contains("CREATE INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY")
                .contains("Explains about 50 % of the gap")
                .contains("Estimated, not measured: 12 to 40 %")
                .contains("inferred from call counts and times, not traced")
                .contains("SHARE UPDATE EXCLUSIVE")
                .contains("rule of thumb")
                .contains("12 rows written")
                .contains("index on public.loan (late): the condition keeps about 50 % of the rows.")
                .contains("hot code: no JFR. `jmx: localhost:9010`");
    }

    @Test
    void thePlanAsDataSaysTheSameInOrder() {
        finding("big", 60, 40_000_000_000L, "visit", "patient_id");
        finding("small", 50, 40_000_000L, "loan", "member_id");

        var ids = draft();

        assertThat(content("steps,0,changeId")).isEqualTo(ids.getFirst());
        assertThat(content("steps,0,statements,0")).contains("CREATE INDEX CONCURRENTLY", "loan");
        assertThat(content("steps,0,undo,0")).contains("DROP INDEX CONCURRENTLY");
        assertThat(content("steps,0,gain,highPct")).isEqualTo("40.0");
        assertThat(content("steps,0,cost,blockingSeconds")).isEqualTo("1.0");
        assertThat(content("steps,0,preconditions,0")).contains("guards allow CREATE_INDEX");
        assertThat(content("rollback,0,changeId")).as("the last first").isEqualTo(ids.getLast());
        assertThat(content("totals,gainHighPct")).isEqualTo("80.0");
        assertThat(document()).contains("## At a glance", "## How it is carried out", "## Taking it back");
    }

    @Test
    void whatAPersonHasToDoIsAChangeOfThePlan() {
        chatty();

        var ids = draft();

        assertThat(ids).hasSize(1);
        assertThat(jdbc.sql("SELECT kind || ': ' || statement FROM change")
                        .query(String.class)
                        .list())
                .containsExactly("CODE_ADVICE: Ask once");
        assertThat(content("steps,0,statements")).isEqualTo("[]");
        assertThat(content("steps,0,byHand,advice")).isEqualTo("Fetch all loans at once.");
        assertThat(content("steps,0,byHand,where")).contains("request loans", "statement -7: SELECT 1");
        assertThat(content("steps,0,byHand,back")).contains("deploy the service as it was before");
        assertThat(content("byHand")).isEqualTo("[]");
        assertThat(content("sequence")).contains("./perfloop run done");
        assertThat(document())
                .contains("A person does this, and says so: Ask once.", "Fetch all loans at once.", "- request loans")
                .contains("Perfloop cannot take it back. A person does: deploy the service")
                .doesNotContain("```sql\n```");
    }

    @Test
    void whatAPersonDoesComesWhenAllElseIsDone() {
        chatty();
        finding("small", 20, 40_000_000L, "loan", "member_id");

        draft();

        assertThat(jdbc.sql("SELECT kind FROM change ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("CREATE_INDEX", "CODE_ADVICE");
    }

    private void chatty() {
        finding("code", 30, 40_000_000L, "loan", "x");
        jdbc.sql("""
                        UPDATE finding SET summary = 'Chatty', layer = 'APPLICATION', proposal =
                            '{"kind": "CODE_ADVICE", "title": "Ask once", "advice": "Fetch all loans at once."}'
                        WHERE id = 'code'""").update();
    }

    @Test
    void whereTheGuardsDoNotAllowAPersonsWorkItIsSaidBesideThePlan() {
        jdbc.sql("UPDATE run SET target_definition = target_definition || 'guards: { allow: [CREATE_INDEX] }'")
                .update();
        finding("small", 50, 40_000_000L, "loan", "member_id");
        chatty();

        draft();

        assertThat(content("byHand,0,finding")).isEqualTo("Chatty");
        assertThat(document()).contains("## For a person to do", "Fetch all loans at once.");
    }

    @Test
    void whatAnIndexRestsOnComesFirstAndIsKept() {
        finding("small", 50, 40_000_000L, "loan", "title");
        finding("stale", 40, 40_000_000L, "loan", "x");
        jdbc.sql("""
                        UPDATE finding SET proposal =
                            '{"kind": "REFRESH_STATISTICS", "schema": "public", "table": "loan", "columns": []}'
                        WHERE id = 'stale'""").update();

        var ids = draft();

        assertThat(jdbc.sql("SELECT change_id || ' ' || needs FROM change_need")
                        .query(String.class)
                        .list())
                .containsExactly(ids.getLast() + " " + ids.getFirst());
        assertThat(content("steps,1,needs,0,position")).isEqualTo("1");
        assertThat(document()).contains("Needs change 1: the planner chooses it by the statistics of public.loan");
    }

    @Test
    void whatTheGuardsDoNotAllowIsNotDrafted() {
        jdbc.sql("UPDATE run SET target_definition = target_definition || 'guards: { allow: [SET_PARAMETER] }'")
                .update();
        finding("small", 50, 40_000_000L, "loan", "member_id");

        assertThat(draft()).isEmpty();
        assertThat(document()).contains("No change to propose", "Found, but not part of this plan");
    }

    private String content(String path) {
        return jdbc.sql("SELECT content #>> string_to_array(:path, ',') FROM plan")
                .param("path", path)
                .query(String.class)
                .single();
    }

    private List<String> draft() {
        return rooms.getBean(PlanDraft.class).draft(RUN, "T2");
    }

    private String document() {
        return jdbc.sql("SELECT document FROM plan").query(String.class).single();
    }

    private void finding(String id, double impact, long tableBytes, String table, String column) {
        jdbc.sql("""
                        INSERT INTO finding (id, run_id, rank, kind, layer, impact, confidence, priority, effort, summary,
                                             gain_low_pct, gain_high_pct, evidence, proposal)
                        VALUES (:id, 'run-1', 1, 'MISSING_INDEX', 'DATABASE', :impact, 'MEDIUM', 'HIGH', 'QUICK', 'No index',
                                12, 40, :evidence::jsonb, :proposal::jsonb)""")
                .param("id", id)
                .param("impact", impact)
                .param("evidence", """
                        {"requests": ["loans"], "requestsHow": "inferred from call counts and times, not traced",
                         "statement": {"queryId": "-7", "text": "SELECT 1", "calls": 5, "meanMs": 3.5, "dbTimeSharePct": 60},
                         "otherStatements": [],
                         "planNode": {"type": "Seq Scan", "relation": "public.loan", "filter": "member_id = $1",
                                      "estimatedRows": 30, "cost": 1700, "costWithIndex": 90},
                         "table": {"rows": 60000, "sizeBytes": %d, "rowsWritten": 12},
                         "index": {"estimatedBytes": 2000000, "writeCost": "12 rows written against 5 reads"},
                         "method": "priced", "reason": "Because."}""".formatted(tableBytes))
                .param("proposal", """
                        {"kind": "CREATE_INDEX", "schema": "public", "table": "%s",
                         "columns": [{"expression": "%s"}], "predicate": null, "include": []}""".formatted(table, column))
                .update();
    }
}
