package dev.perfloop.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.LoadRows;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class HistoryApiTests {
    private static final String RESULT = """
            {"offeredRate": 40, "all": {"p50Ms": 5, "p95Ms": 20, "p99Ms": 30, "throughput": 39.8, "errorRate": 0},
             "requests": {"list": {"p50Ms": 4, "p95Ms": 11, "p99Ms": 12, "throughput": 20, "errorRate": 0.5}}}""";

    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String target = "";
    private String run = "";

    @BeforeEach
    void aTargetWithARun() {
        target = rows.target();
        run = rows.run(target);
    }

    @Test
    void measurementsAndChangesComeWithTheirRuns() {
        var loads = new LoadRows(rows);
        loads.test(run, "BEFORE", "BASELINE", RESULT);
        loads.test(run, "WITHOUT", "BASELINE", RESULT);
        change(run);

        MvcTestResult all = history("");
        assertThat(all).bodyJson().extractingPath("$.runs[*].id").asArray().containsExactly(run);
        assertThat(all).bodyJson().extractingPath("$.requests").asArray().containsExactly("list");
        assertThat(all)
                .bodyJson()
                .extractingPath("$.measured[*].phase")
                .asArray()
                .containsExactly("BEFORE");
        assertThat(all).bodyJson().extractingPath("$.measured[0].p95Ms").isEqualTo(20.0);
        assertThat(all).bodyJson().extractingPath("$.changes[0].status").isEqualTo("REVERTED");
        assertThat(all).bodyJson().extractingPath("$.nextCursor").isNull();

        assertThat(history("?request=list"))
                .bodyJson()
                .extractingPath("$.measured[0].p95Ms")
                .isEqualTo(11.0);
        assertThat(history("?request=nothing"))
                .bodyJson()
                .extractingPath("$.measured")
                .asArray()
                .isEmpty();
    }

    @Test
    void olderRunsComePageByPageWithWhatWasMeasuredAndDoneInThem() throws UnsupportedEncodingException {
        rows.end(run, "TARGETS_MET");
        rows.jdbc()
                .sql("UPDATE run SET requested_at = requested_at - interval '1 h' WHERE id = :run")
                .param("run", run)
                .update();
        new LoadRows(rows).test(run, "BEFORE", "BASELINE", RESULT);
        change(run);
        String newer = rows.run(target);

        MvcTestResult one = history("?runs=1");
        assertThat(one).bodyJson().extractingPath("$.runs[*].id").asArray().containsExactly(newer);
        assertThat(one).bodyJson().extractingPath("$.changes").asArray().isEmpty();
        String cursor = JsonPath.read(one.getResponse().getContentAsString(), "$.nextCursor");
        MvcTestResult before = history("?runs=1&cursor=" + cursor);
        assertThat(before).bodyJson().extractingPath("$.runs[*].id").asArray().containsExactly(run);
        assertThat(before)
                .bodyJson()
                .extractingPath("$.measured[*].runId")
                .asArray()
                .containsExactly(run);
        assertThat(before)
                .bodyJson()
                .extractingPath("$.changes[*].runId")
                .asArray()
                .containsExactly(run);
        assertThat(before).bodyJson().extractingPath("$.nextCursor").isNull();
        assertThat(history(""))
                .bodyJson()
                .extractingPath("$.runs[*].id")
                .asArray()
                .containsExactly(run, newer);
    }

    @Test
    void badQuestionsAreRefused() {
        assertThat(api.get("/api/targets/nobody/history")).hasStatus(404);
        assertThat(history("?runs=0")).hasStatus(400);
        assertThat(history("?runs=501")).hasStatus(400);
        assertThat(history("?cursor=x")).hasStatus(400);
        assertThat(api.get("/api/runs/nobody/surroundings")).hasStatus(404);
    }

    @Test
    void surroundingsAreWhatFiguresDependOn() {
        MvcTestResult unknown = api.get("/api/runs/" + run + "/surroundings");
        assertThat(unknown).bodyJson().extractingPath("$.cpus").isNull();
        assertThat(unknown).bodyJson().extractingPath("$.definition").asString().hasSize(64);

        rows.jdbc()
                .sql("INSERT INTO run_surroundings (run_id, cpus, postgres, seen_at) VALUES (:run, 2, '18.1', :now)")
                .param("run", run)
                .param("now", rows.now())
                .update();
        assertThat(api.get("/api/runs/" + run + "/surroundings"))
                .bodyJson()
                .extractingPath("$.postgres")
                .isEqualTo("18.1");
    }

    private MvcTestResult history(String query) {
        return api.get("/api/targets/" + target + "/history" + query);
    }

    private void change(String ofRun) {
        rows.jdbc().sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status, applied_at,
                                            ended_at)
                        VALUES (:run || '-c1', :run, 1, 'CREATE_INDEX', '{}', 'CREATE INDEX a', 'DROP INDEX a', 'REVERTED', :now,
                                :now)
                        """).param("run", ofRun).param("now", rows.now()).update();
    }
}
