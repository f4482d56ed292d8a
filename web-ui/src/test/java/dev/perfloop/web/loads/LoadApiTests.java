package dev.perfloop.web.loads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class LoadApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @TempDir
    Path folder;

    private String run = "";
    private String load = "";

    @BeforeEach
    void aLoadTest() {
        run = rows.run();
        load = run + "-before-baseline";
        rows.jdbc()
                .sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status,
                                               started_at, result, report_path)
                        VALUES (:id, :run, 'BEFORE', 'BASELINE', 1, 1, 1, '{"rate": 40}', 'VALID', :now,
                                '{"all": {"p95Ms": 123.4}}', :report)
                        """)
                .param("id", load)
                .param("run", run)
                .param("now", rows.now())
                .param("report", folder.resolve("report").toString())
                .update();
    }

    @Test
    void aLoadTestCarriesItsConfigurationAndResultAsTheyAre() {
        MvcTestResult answer = api.get("/api/runs/" + run + "/loads");

        assertThat(answer).bodyJson().extractingPath("$[0].config.rate").isEqualTo(40);
        assertThat(answer).bodyJson().extractingPath("$[0].result.all.p95Ms").isEqualTo(123.4);
        assertThat(answer).bodyJson().extractingPath("$[0].reportUrl").isEqualTo("/reports/" + load + "/index.html");
    }

    @Test
    void whatWasLookedAtIsShownInItsOrder() {
        rows.jdbc().sql("""
                        INSERT INTO load_check (load_test_id, position, subject, state, words)
                        VALUES (:load, 1, 'Autovacuum', 'NOT_LOOKED_AT', 'GRANT pg_monitor.'),
                               (:load, 0, 'Checkpoints', 'FINE', 'None.')
                        """).param("load", load).update();

        MvcTestResult answer = api.get("/api/runs/" + run + "/loads");

        assertThat(answer)
                .bodyJson()
                .extractingPath("$[0].checks[*].subject")
                .asArray()
                .containsExactly("Checkpoints", "Autovacuum");
        assertThat(answer).bodyJson().extractingPath("$[0].checks[1].state").isEqualTo("NOT_LOOKED_AT");
    }

    @Test
    void theLoadUnderWayIsAbortedOnceHoweverOftenOneAsks() {
        assertThat(api.post("/api/runs/" + run + "/loads/abort", "")).hasStatus(409);

        rows.jdbc()
                .sql("UPDATE load_test SET status = 'RUNNING' WHERE id = :load")
                .param("load", load)
                .update();

        for (int i = 0; i < 2; i++) {
            MvcTestResult answer = api.post("/api/runs/" + run + "/loads/abort", "");
            assertThat(answer).hasStatus(202);
            assertThat(answer).bodyJson().extractingPath("$.loadTestId").isEqualTo(load);
        }
        assertThat(rows.jdbc()
                        .sql("SELECT requested_by FROM load_abort WHERE load_test_id = :load")
                        .param("load", load)
                        .query(String.class)
                        .list())
                .containsExactly("operator");
        assertThat(api.post("/api/runs/nobody/loads/abort", "")).hasStatus(404);
    }

    @Test
    void aSecondsPercentilesAreThoseOfAllItsRequestsTogether() {
        window("catalogue", 0, 10_000, 99);
        window("checkout", 0, 500_000, 1);
        window("catalogue", 1, 20_000, 10);

        MvcTestResult all = api.get("/api/runs/" + run + "/loads/" + load + "/windows");
        assertThat(all).bodyJson().extractingPath("$[*].count").asArray().containsExactly(100, 10);
        assertThat(all)
                .bodyJson()
                .extractingPath("$[0].p50Ms")
                .asNumber()
                .satisfies(p50 -> assertThat(p50.doubleValue()).isCloseTo(10, within(0.02)));
        assertThat(all)
                .bodyJson()
                .extractingPath("$[0].p99Ms")
                .asNumber()
                .satisfies(p99 -> assertThat(p99.doubleValue()).isCloseTo(10, within(0.02)));

        MvcTestResult one = api.get("/api/runs/" + run + "/loads/" + load + "/windows?request=checkout");
        assertThat(one).bodyJson().extractingPath("$[*].count").asArray().containsExactly(1);
        assertThat(one)
                .bodyJson()
                .extractingPath("$[0].p50Ms")
                .asNumber()
                .satisfies(p50 -> assertThat(p50.doubleValue()).isCloseTo(500, within(0.5)));
    }

    @Test
    void aReportIsServedFileByFileAndNothingBesideIt() throws IOException {
        Files.createDirectories(folder.resolve("report/js"));
        Files.writeString(folder.resolve("report/index.html"), "<h1>Gatling</h1>");
        Files.writeString(folder.resolve("report/js/all.js"), "1");
        Files.writeString(folder.resolve("secret.txt"), "geheim");
        Files.createSymbolicLink(folder.resolve("report/link.txt"), folder.resolve("secret.txt"));

        MvcTestResult page = api.get("/reports/" + load + "/index.html");
        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith("text/html").hasBodyTextEqualTo("<h1>Gatling</h1>");
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("connect-src 'none'");
        assertThat(api.get("/reports/" + load + "/js/all.js")).hasStatusOk();
        assertThat(api.get("/reports/" + load + "/link.txt")).hasStatus(404);
        assertThat(api.get("/reports/" + load + "/nothing.js")).hasStatus(404);
        for (String path : Arrays.asList("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt")) {
            assertThat(api.get("/reports/" + load + path).getResponse().getStatus())
                    .as(path)
                    .isIn(400, 404);
        }
    }

    private void window(String request, int second, long micros, long count) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(micros, count);
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        rows.jdbc()
                .sql("""
                        INSERT INTO load_window (load_test_id, request, second, count, errors, histogram)
                        VALUES (:load, :request, timestamptz '2026-11-21T08:00:00Z' + :second * interval '1 s',
                                :count, 0, :histogram)
                        """)
                .param("load", load)
                .param("request", request)
                .param("second", second)
                .param("count", count)
                .param("histogram", Arrays.copyOf(buffer.array(), length))
                .update();
    }
}
