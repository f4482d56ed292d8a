package dev.perfloop.web.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the workers wrote down about a run comes out as it went in. */
@WebUiTest
class ResultApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String run = "";

    @BeforeEach
    void aRun() {
        run = rows.run();
    }

    @Test
    void findingsComeWithTheirEvidenceWithRefusalsAndBottlenecks() {
        insert("""
                INSERT INTO finding (id, run_id, rank, kind, layer, impact, confidence, priority, effort, summary,
                                     gain_low_pct, evidence)
                VALUES (:run || '-1', :run, 1, 'MISSING_INDEX', 'DATABASE', 81.5, 'HIGH', 'HIGH', 'QUICK', 'no index',
                        40, '{"table": "order_line"}')
                """);
        insert("INSERT INTO refusal VALUES (:run, 'index on category', 'table under 500 rows')");
        insert("INSERT INTO bottleneck VALUES (:run, 1, 'DATABASE', 90, 'scans', '{\"queryId\": \"1\"}')");

        MvcTestResult answer = api.get("/api/runs/" + run + "/findings");

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.findings[0].evidence.table")
                .isEqualTo("order_line");
        assertThat(answer).bodyJson().extractingPath("$.findings[0].gainLowPct").isEqualTo(40.0);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.findings[0].gainHighPct")
                .isNull();
        assertThat(answer).bodyJson().extractingPath("$.findings[0].proposal").isNull();
        assertThat(answer).bodyJson().extractingPath("$.refusals[0].reason").isEqualTo("table under 500 rows");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.bottlenecks[0].subject.queryId")
                .isEqualTo("1");
    }

    @Test
    void aPlanShowsEachChangeWithItsUndo() {
        assertThat(api.get("/api/runs/" + run + "/plan")).hasStatus(404);
        insert("INSERT INTO plan VALUES (:run, 'T2', 'one index', '# Plan', now())");
        insert("""
                INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                VALUES (:run || '-1', :run, 1, 'CREATE_INDEX', '{}', 'CREATE INDEX i', 'DROP INDEX i', 'PROPOSED')
                """);

        insert("""
                INSERT INTO change_guard (change_id, at, guard, answer, words)
                VALUES (:run || '-1', now(), 'LOAD', 'WAIT', 'busy'), (:run || '-1', now(), 'LOAD', 'CLEAR', 'calm')
                """);

        MvcTestResult answer = api.get("/api/runs/" + run + "/plan");

        assertThat(answer).bodyJson().extractingPath("$.document").isEqualTo("# Plan");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.changes[0].undoStatement")
                .isEqualTo("DROP INDEX i");
        assertThat(answer).bodyJson().extractingPath("$.changes[0].earned").isNull();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.changes[0].guards[*].answer")
                .asArray()
                .containsExactly("WAIT", "CLEAR");
        assertThat(api.get("/api/runs/" + run + "/summary"))
                .bodyJson()
                .extractingPath("$.changes[0].statement")
                .isEqualTo("CREATE INDEX i");
    }

    @Test
    void thePlanCanBeTakenAwayAsADocumentAndAsData() {
        assertThat(api.get("/api/runs/" + run + "/plan.md"))
                .hasStatus(404)
                .bodyJson()
                .hasPath("$.mend");
        insert("INSERT INTO plan VALUES (:run, 'T2', 'one index', '# Plan', now(), '{\"steps\": []}')");

        assertThat(api.get("/api/runs/" + run + "/plan.md"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/markdown")
                .hasHeader("Content-Disposition", "attachment; filename=\"plan-" + run + ".md\"")
                .bodyText()
                .startsWith("# Plan");
        assertThat(api.get("/api/runs/" + run + "/plan.json"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content.steps")
                .asArray()
                .isEmpty();
    }

    @Test
    void verdictsComeWithTheComparisonTheyLedTo() {
        insert("""
                INSERT INTO verdict VALUES (:run, 1, 'PEAK', 'catalogue', 'P95_MS', 200, 50, -75, -80, -70, 'PASS', 'faster')
                """);
        insert("INSERT INTO comparison VALUES (:run, 1, 'IMPROVED', true, 100, 0, 'all faster', now(), 'as known')");

        MvcTestResult answer = api.get("/api/runs/" + run + "/verdicts");

        assertThat(answer).bodyJson().extractingPath("$.verdicts[0].effectPct").isEqualTo(-75.0);
        assertThat(answer).bodyJson().extractingPath("$.comparisons[0].verdict").isEqualTo("IMPROVED");
        assertThat(answer).bodyJson().extractingPath("$.comparisons[0].noise").isEqualTo("as known");
    }

    @Test
    void statementsKeepAllDigitsOfTheirIdAndBringTheirPlan() {
        insert("""
                INSERT INTO profile_statement (run_id, query_id, query, calls, total_ms, mean_ms, rows, shared_blks_hit,
                                               shared_blks_read, temp_blks, wal_bytes, db_time_share)
                VALUES (:run, -8112233445566778899, 'SELECT 1', 10, 100, 10, 10, 1, 2, 3, 4, 0.5)
                """);
        insert("INSERT INTO profile_plan (run_id, query_id, how, plan) "
                + "VALUES (:run, -8112233445566778899, 'GENERIC', '[{\"Plan\": {}}]')");

        MvcTestResult answer = api.get("/api/runs/" + run + "/statements");

        assertThat(answer).bodyJson().extractingPath("$[0].queryId").isEqualTo("-8112233445566778899");
        assertThat(answer).bodyJson().extractingPath("$[0].planFrom").isEqualTo("GENERIC");
        assertThat(api.get("/api/runs/" + run + "/statements/-8112233445566778899/plan"))
                .bodyJson()
                .extractingPath("$[0].Plan")
                .isNotNull();
        assertThat(api.get("/api/runs/" + run + "/statements/7/plan")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void partsOfTheProfileAreGivenAsTheyWereKept() {
        assertThat(api.get("/api/runs/" + run + "/profile"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
        insert("INSERT INTO profile_part (run_id, part, content) "
                + "VALUES (:run, 'CpuFlame', '{\"name\": \"all\", \"value\": 3, \"children\": []}')");

        assertThat(api.get("/api/runs/" + run + "/profile"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .containsExactly("cpu-flame");
        assertThat(api.get("/api/runs/" + run + "/profile/cpu-flame"))
                .bodyJson()
                .extractingPath("$.value")
                .isEqualTo(3);
        assertThat(api.get("/api/runs/" + run + "/profile/lock-flame")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/api/runs/" + run + "/profile/secrets")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/api/runs/none/profile/cpu-flame")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatWasNotLookedAtIsSaid() {
        insert("INSERT INTO run_blind_spot VALUES (:run, 'JVM', 'no jmx', 'set jmx')");

        assertThat(api.get("/api/runs/" + run + "/blind-spots"))
                .bodyJson()
                .extractingPath("$[0].mend")
                .isEqualTo("set jmx");
        assertThat(api.get("/api/runs/" + run + "/summary"))
                .bodyJson()
                .extractingPath("$.notLookedAt[0].what")
                .isEqualTo("JVM");
    }

    private void insert(String sql) {
        rows.jdbc().sql(sql).param("run", run).update();
    }
}
