package dev.perfloop.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.LoadRows;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class ExportApiTests {
    private static final String SCRIPT = "<script>alert(1)</script>";
    /** Turns what follows it from right to left. */
    private static final String TURN = "\u202E";

    private static final String HOSTILE = SCRIPT + TURN + " مخزن 📦 | `x` " + "n".repeat(200);

    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String run = "";

    @BeforeEach
    void aRunWithHostileNames() {
        var loads = new LoadRows(rows);
        run = rows.run();
        String before = loads.test(run, "BEFORE", "BASELINE", "{\"all\": {\"p50Ms\": 5, \"count\": 40}}");
        String after = loads.test(run, "AFTER", "BASELINE", "{}");
        for (int second = 0; second < 3; second++) {
            loads.window(before, HOSTILE, second, 100_000, 500);
            loads.window(after, HOSTILE, second, 10_000, 500);
        }
        rows.jdbc().sql("""
                        INSERT INTO verdict (run_id, round, profile, request, metric, before, after, effect_pct, ci_low_pct,
                                             ci_high_pct, result, reason)
                        VALUES (:run, 1, 'BASELINE', :name, 'P95_MS', 100, 10, -90, -92, -88, 'PASS', :name)
                        """).param("run", run).param("name", HOSTILE).update();
        rows.jdbc()
                .sql("""
                        INSERT INTO comparison (run_id, round, verdict, objectives_met, gain_share_pct, more_runs, reason,
                                                compared_at)
                        VALUES (:run, 1, 'IMPROVED', true, 100, 0, :name, :now)
                        """)
                .param("run", run)
                .param("name", HOSTILE)
                .param("now", rows.now())
                .update();
        rows.jdbc()
                .sql("INSERT INTO refusal (run_id, subject, reason) VALUES (:run, '=1+1', :name)")
                .param("run", run)
                .param("name", HOSTILE)
                .update();
        rows.jdbc().sql("""
                        INSERT INTO finding (id, run_id, rank, kind, layer, impact, confidence, priority, effort, summary, evidence)
                        VALUES (:run || '-f', :run, 1, 'MISSING_INDEX', 'DATABASE', 50, 'HIGH', 'HIGH', 'QUICK', :name,
                                '{"statement": {"text": "SELECT 1"}}')
                        """).param("run", run).param("name", HOSTILE).update();
    }

    @Test
    void theReportIsOnePageThatLoadsAndRunsNothing() throws UnsupportedEncodingException {
        MvcTestResult answer = get("report.html");
        String page = body(answer);

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/html");
        assertThat(disposition(answer)).startsWith("attachment;").contains("perfloop-" + run + ".html");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page).doesNotContain("<script").doesNotContain("http://", "https://", "src=", "url(", "@import");
        assertThat(page).contains("&lt;script&gt;").doesNotContain(TURN).contains("\\u202E", "مخزن 📦");
        assertThat(page)
                .contains("<polyline class=\"curve before\"", "<polyline class=\"curve after\"", "interval gain");
        assertThat(page).contains("<h2>Verdict</h2>", "<h2>Before and after</h2>", "<h2>Findings</h2>", "<code>");
    }

    @Test
    void markdownHoldsNoMarkupThatIsNotOurs() throws UnsupportedEncodingException {
        MvcTestResult answer = get("report.md");
        String text = body(answer);

        assertThat(disposition(answer)).contains("perfloop-" + run + ".md");
        assertThat(text)
                .startsWith("# Run ")
                .contains("## Verdict", "\\<script\\>", "\\| \\`x\\`")
                .doesNotContain(TURN);
        assertThat(text.lines().filter(line -> line.startsWith("| Baseline")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(11));
    }

    @Test
    void dataHoldAllRowsByTable() throws UnsupportedEncodingException {
        MvcTestResult answer = get("data.json");
        String data = body(answer);

        assertThat(disposition(answer)).contains("perfloop-" + run + ".json");
        assertThat(JsonPath.<String>read(data, "$.run[0].id")).isEqualTo(run);
        assertThat(JsonPath.<String>read(data, "$.verdicts[0].request")).isEqualTo(HOSTILE);
        assertThat(JsonPath.<String>read(data, "$.findings[0].evidence.statement.text"))
                .isEqualTo("SELECT 1");
        assertThat(JsonPath.<List<Object>>read(data, "$.load_windows")).hasSize(6);
        assertThat(JsonPath.<List<Double>>read(data, "$.percentiles[?(@.percentile == 95.0)].ms"))
                .hasSize(2)
                .allSatisfy(ms -> assertThat(ms).isBetween(9.9, 100.1));
        assertThat(JsonPath.<List<Object>>read(data, "$.changes")).isEmpty();
    }

    @Test
    void theArchiveHoldsAFileATable() throws IOException {
        MvcTestResult answer = get("data.csv.zip");
        List<String> names = new ArrayList<>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertThat(disposition(answer)).contains("perfloop-" + run + "-csv.zip");
        assertThat(names)
                .contains("findings.csv", "verdicts.csv", "load_windows.csv", "percentiles.csv", "statements.csv");
    }

    @Test
    void oneTableIsCsvWithoutFormulas() throws UnsupportedEncodingException {
        MvcTestResult answer = get("tables/refusals.csv");

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(body(answer)).startsWith("layer,subject,reason\r\nDATABASE,'=1+1,");
        assertThat(get("tables/secrets.csv")).hasStatus(404);
        assertThat(api.get("/api/runs/nobody/export/report.html")).hasStatus(404);
    }

    @Test
    void aRunThatHasMeasuredNothingHasAReportToo() throws UnsupportedEncodingException {
        run = rows.run();

        assertThat(body(get("report.html"))).contains("<h1>").doesNotContain("<h2>");
        assertThat(get("report.md")).hasStatusOk();
        assertThat(get("data.json")).hasStatusOk();
    }

    private MvcTestResult get(String file) {
        return api.get("/api/runs/" + run + "/export/" + file);
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static String disposition(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Content-Disposition"));
    }
}
