package dev.perfloop.web.loads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.LoadRows;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class DistributionApiTests {
    private static final String FIGURES = "{\"all\": {\"p95Ms\": 1}}";

    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String run = "";
    private String before = "";
    private String after = "";

    @BeforeEach
    void aRunThatWasMeasured() {
        var loads = new LoadRows(rows);
        run = rows.run();
        before = loads.test(run, "BEFORE", "BASELINE", FIGURES);
        after = loads.test(run, "AFTER", "BASELINE", FIGURES);
        loads.window(before, "list", -5, 9_000_000, 50);
        loads.window(before, "list", 0, 100_000, 900);
        loads.window(before, "order", 1, 400_000, 100);
        loads.window(after, "list", 0, 10_000, 500);
    }

    @Test
    void sidesShareOneGridAndHoldTheSteadySecondsOnly() throws UnsupportedEncodingException {
        String all = asked("");

        assertThat(JsonPath.<List<String>>read(all, "$.sides[*].phase")).containsExactly("BEFORE", "AFTER");
        assertThat(JsonPath.<List<Integer>>read(all, "$.sides[*].responses")).containsExactly(1000, 500);
        List<Double> edges = JsonPath.read(all, "$.edgesMs");
        assertThat(edges.getFirst()).isLessThanOrEqualTo(10);
        assertThat(edges.getLast()).isBetween(400.0, 500.0);
        for (int side = 0; side < 2; side++) {
            List<Double> shares = JsonPath.read(all, "$.sides[" + side + "].shares");
            assertThat(shares).hasSize(edges.size() - 1);
            assertThat(shares.stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void curveEndsWhereTooFewResponsesLieBeyond() throws UnsupportedEncodingException {
        String all = asked("");
        List<Double> percentiles = JsonPath.read(all, "$.percentiles");

        assertThat(percentiles).hasSizeLessThan(60);
        assertThat(at(all, 0, percentiles, 50)).isCloseTo(100, within(0.2));
        assertThat(at(all, 0, percentiles, 95)).isCloseTo(400, within(0.5));
        assertThat(at(all, 0, percentiles, 99)).isCloseTo(400, within(0.5));
        assertThat(at(all, 0, percentiles, 99.1)).isNull();
        assertThat(at(all, 1, percentiles, 98)).isCloseTo(10, within(0.02));
        assertThat(at(all, 1, percentiles, 99)).isNull();
    }

    @Test
    void oneRequestIsApartFromTheOthers() throws UnsupportedEncodingException {
        String order = asked("order");

        assertThat(JsonPath.<List<String>>read(order, "$.sides[*].phase")).containsExactly("BEFORE");
        assertThat(JsonPath.<List<Integer>>read(order, "$.sides[*].responses")).containsExactly(100);
        assertThat(JsonPath.<List<Object>>read(asked("nothing"), "$.sides")).isEmpty();
    }

    @Test
    void unknownProfileAndRunAreRefused() {
        assertThat(api.get("/api/runs/" + run + "/loads/distribution?profile=SIDEWAYS"))
                .hasStatus(400);
        assertThat(api.get("/api/runs/nobody/loads/distribution?profile=BASELINE"))
                .hasStatus(404);
    }

    @Test
    void figuresOfAMomentAreAveragedAndCountersTakenByTheSecond() throws UnsupportedEncodingException {
        var loads = new LoadRows(rows);
        for (int second = -2; second <= 2; second += 2) {
            loads.reading(after, "running_sessions", second, second + 2);
            loads.reading(after, "wal_bytes_total", second, 1_000 * (second + 2));
        }
        loads.window(after, "list", 3, 10_000, 1);

        String answer =
                api.get("/api/runs/" + run + "/loads/resources").getResponse().getContentAsString();

        assertThat(JsonPath.<List<Double>>read(answer, "$[?(@.metric == 'running_sessions')].mean"))
                .containsExactly(3.0);
        assertThat(JsonPath.<List<Double>>read(answer, "$[?(@.metric == 'running_sessions')].most"))
                .containsExactly(4.0);
        assertThat(JsonPath.<List<Double>>read(answer, "$[?(@.metric == 'wal_bytes_total')].perSecond"))
                .containsExactly(1_000.0);
        assertThat(JsonPath.<List<Integer>>read(answer, "$[*].readings")).containsExactly(2, 2);
    }

    private static Double at(String answer, int side, List<Double> percentiles, double percentile) {
        return JsonPath.<List<Double>>read(answer, "$.sides[" + side + "].ms").get(percentiles.indexOf(percentile));
    }

    private String asked(String request) throws UnsupportedEncodingException {
        return api.get("/api/runs/" + run + "/loads/distribution?profile=BASELINE&request=" + request)
                .getResponse()
                .getContentAsString();
    }
}
