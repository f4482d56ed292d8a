package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.source.ScriptedPrometheus.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.target.PrometheusText.Measurement;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real server answers that ours, in the other tests, does not. */
class HistoryDoorTests {
    private static final Instant NOON = Instant.ofEpochSecond(1_763_640_000);
    private static final String SHOP = "\"instance\":\"shop:8081\",\"job\":\"shop\"";

    private final HistoryDoor door = new HistoryDoor();
    private ScriptedPrometheus server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedPrometheus();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRangeVectorIsAskedForAtItsEndInPlainSeconds() throws Exception {
        scraped(Duration.ofMinutes(5));

        assertThat(server.asked())
                .containsExactly(
                        "time=1763640000.000&query={__name__=~\"process_cpu_usage|http_server_requests_seconds_count\","
                                + "job=\"shop\"}[300000ms]");
    }

    @Test
    void samplesAreStringsThatMayBeNoNumbers() throws Exception {
        server.says(200, matrix("""
                {"metric":{"__name__":"http_server_requests_seconds_bucket",%s,"le":"+Inf","uri":"/a\\"b"},
                 "values":[[1763639940,"1e+06"],[1763639955.781,"NaN"],[1763639970.781,"+Inf"],[1763639985.781,"-Inf"]]}""".formatted(SHOP)));

        var scraped = scraped(Duration.ofMinutes(5));

        assertThat(scraped.values())
                .extracting(scrape -> scrape.getFirst().value())
                .containsExactly(1e6, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(scraped.keySet()).element(1).isEqualTo(Instant.ofEpochMilli(1_763_639_955_781L));
        assertThat(scraped.firstEntry().getValue().getFirst().labels()).isEqualTo("le=\"+Inf\",uri=\"/a\\\"b\"");
    }

    @Test
    void aNativeHistogramHasNoPlainValuesAndRemarksOnTheQueryTakeNothingAway() throws Exception {
        server.says(200, """
                {"status":"success","data":{"resultType":"matrix","result":[
                  {"metric":{"__name__":"http_server_requests_seconds",%1$s},"histograms":[[1763639940,
                    {"count":"60","sum":"2.5","buckets":[[0,"0.25","0.5","40"],[0,"0.5","1","20"]]}]]},
                  {"metric":{"__name__":"process_cpu_usage",%1$s},"values":[[1763639940,"0.25"]]}]},
                 "warnings":["PromQL warning: encountered a mix of histograms and floats for aggregation"],
                 "infos":["PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket"]}""".formatted(SHOP));

        assertThat(scraped(Duration.ofMinutes(5)).values())
                .containsExactly(List.of(new Measurement("process_cpu_usage", "", 0.25)));
    }

    @Test
    void whatAStoreBehindTheServerDidNotGiveIsNotTakenForAll() {
        server.says(200, """
                {"status":"success","data":{"resultType":"matrix","result":[]},
                 "warnings":["remote_read: remote server http://store:9201/read returned HTTP status 502 Bad Gateway: "]}""");

        assertSilent("has only a part of it: remote_read: remote server");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | {\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"query processing would load too many samples into memory in query execution\"}",
                "503 | {\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out in expression evaluation\"}"
            })
    void whatIsTooMuchAtOnceIsAskedForInHalves(int status, String body) throws Exception {
        server.says(
                200,
                matrix("{\"metric\":{\"__name__\":\"process_cpu_usage\"," + SHOP
                        + "},\"values\":[[1763639550,\"0.25\"],[1763639700,\"0.5\"],[1763640000,\"0.75\"]]}"));
        server.refusesAbove(300_000, status, body);

        var scraped = scraped(Duration.ofMinutes(10));

        assertThat(scraped.values())
                .allSatisfy(scrape ->
                        assertThat(scrape).as("of both halves, and still once").hasSize(1));
        assertThat(scraped).hasSize(3);
        assertThat(server.asked())
                .extracting(ScriptedPrometheus::milliseconds)
                .containsExactly(600_000, 300_000, 300_000);

        server.refusesAbove(0, status, body);
        assertSilent("answers " + status + ": query ");
    }

    @Test
    void aLongGapIsReadHourByHour() throws Exception {
        scraped(Duration.ofMinutes(150));

        assertThat(server.asked())
                .extracting(ScriptedPrometheus::milliseconds)
                .containsExactly(3_600_000, 3_600_000, 1_800_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"invalid parameter \\\"query\\\": 1:9: parse error: unexpected character\"} | 400: invalid parameter \"query\": 1:9: parse error",
                "503 | Service Unavailable | 503: Service Unavailable",
                "503 | {\"status\":\"error\",\"errorType\":\"canceled\",\"error\":\"query was canceled in query execution\"} | 503: query was canceled",
                "502 | <html><head><title>502 Bad Gateway</title></head></html> | 502: <html><head><title>502 Bad Gateway",
                "401 | Unauthorized | 401: Unauthorized",
                "429 | '' | 429: no reason given",
                "200 | <html>Sign in</html> | 200: <html>Sign in"
            })
    void whatItRefusesIsSaidInItsWords(int status, String body, String words) {
        server.says(status, body);

        assertSilent("answers " + words);
    }

    @Test
    void severalInstancesAreNotReadAsOne() {
        server.says(200, matrix("""
                {"metric":{"__name__":"process_cpu_usage","instance":"shop-1:8081","job":"shop"},"values":[[1763639940,"1"],[1763639970,"1"]]},
                {"metric":{"__name__":"process_cpu_usage","instance":"shop-2:8081","job":"shop"},"values":[[1763639955,"1"]]}"""));

        assertSilent(
                "several instances under the selector job=\"shop\"",
                "shop-1:8081",
                "shop-2:8081",
                "metrics.server.selector");
    }

    @Test
    void copiesOfOneInstanceAreNotReadAsOneEither() {
        server.says(200, matrix("""
                {"metric":{"__name__":"process_start_time_seconds",%1$s,"replica":"a"},"values":[[1763639940,"1.7e+09"]]},
                {"metric":{"__name__":"process_start_time_seconds",%1$s,"replica":"b"},"values":[[1763639940,"1.7e+09"]]}""".formatted(SHOP)));

        assertSilent("several instances", "\"replica\":\"b\"");
    }

    @Test
    void aPodThatWasReplacedIsTheSameServiceOn() throws Exception {
        server.says(200, matrix("""
                {"metric":{"__name__":"process_cpu_usage","instance":"10.0.0.7:8081","job":"shop"},"values":[[1763639940,"1"]]},
                {"metric":{"__name__":"process_cpu_usage","instance":"10.0.0.9:8081","job":"shop"},"values":[[1763639970,"2"]]}"""));

        assertThat(scraped(Duration.ofMinutes(5))).hasSize(2);
    }

    private TreeMap<Instant, List<Measurement>> scraped(Duration time) throws SourceSilent, InterruptedException {
        return door.scraped(
                server.address(),
                List.of("process_cpu_usage", "http_server_requests_seconds_count"),
                NOON.minus(time),
                NOON);
    }

    private void assertSilent(String... words) {
        assertThatExceptionOfType(SourceSilent.class)
                .isThrownBy(() -> scraped(Duration.ofMinutes(5)))
                .satisfies(silent -> assertThat(silent.reason()).contains(words));
    }
}
