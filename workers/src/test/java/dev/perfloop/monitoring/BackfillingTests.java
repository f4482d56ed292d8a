package dev.perfloop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.monitoring.store.RollUps;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gap, and a server that answers as Prometheus does with what it scraped meanwhile. */
class BackfillingTests {
    private Watched watched;

    @BeforeEach
    void aGapOfFourMinutes() throws IOException, SQLException, InterruptedException {
        watched = new Watched();
        watched.define(", server: { url: \"%s/prometheus\", selector: 'job=\"shop\"' }".formatted(watched.url()));
        watched.served(1000, 0, 50);
        watched.collect(0);
        watched.says("/metrics", null);
        watched.collect(15);
        watched.served(1000 + 480, 0, 74);
        watched.collect(240);
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void theGapWaitsToBeFilled() throws Exception {
        assertThat(watched.gaps("PROMETHEUS")).singleElement().asString().endsWith("TO FILL");
        assertThat(watched.rooms.getBean(Looking.class).look("shop")).isEqualTo(new Looked.Fresh(1));
    }

    @Test
    void whatTheServerScrapedIsKeptAtItsOwnTimesAndNothingCountsTwice() throws Exception {
        watched.says("/prometheus/api/v1/query", scraped());

        watched.rooms.getBean(Backfilling.class).fill("shop");

        assertThat(watched.gaps("PROMETHEUS")).singleElement().asString().endsWith("SAMPLES");
        assertThat(watched.value("requests_per_second", "", 90)).isEqualTo(2, within(1e-9));
        assertThat(watched.value("request_mean_ms", "GET /list", 90)).isEqualTo(50, within(1e-9));
        watched.now(Watched.NOON.plusSeconds(400));
        watched.rooms.getBean(RollUps.class).catchUp();
        assertThat(watched.jdbc.sql("""
                                SELECT sum(total) FROM sample_minute m JOIN series d ON d.id = m.series_id
                                WHERE d.metric = 'requests_per_second' AND d.subject IS NULL""").query(Double.class).single()).isEqualTo(480, within(1e-6));
    }

    @Test
    void whileTheServerIsAwayTheGapStaysToBeFilled() throws Exception {
        watched.says("/prometheus/api/v1/query", null);

        watched.rooms.getBean(Backfilling.class).fill("shop");

        assertThat(watched.gaps("PROMETHEUS")).singleElement().asString().endsWith("TO FILL");
    }

    @Test
    void aServerThatKnowsNothingOfTheTimeLeavesTheTotals() throws Exception {
        watched.says(
                "/prometheus/api/v1/query",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");

        watched.rooms.getBean(Backfilling.class).fill("shop");

        assertThat(watched.gaps("PROMETHEUS")).singleElement().asString().endsWith("TOTALS");
        assertThat(watched.value("requests_per_second", "", 240)).isEqualTo(2);
    }

    /** Two requests a second of 50 ms each, scraped every 30 s, the first scrape before the gap. */
    private static String scraped() {
        List<String> counts = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        for (int second = -30; second < 240; second += 30) {
            Instant at = Watched.NOON.plusSeconds(second);
            counts.add("[%d.000,\"%d\"]".formatted(at.getEpochSecond(), 1000 + 2 * second));
            sums.add("[%d.000,\"%s\"]".formatted(at.getEpochSecond(), 50 + 0.1 * second));
        }
        return """
                {"status":"success","data":{"resultType":"matrix","result":[
                  {"metric":{"__name__":"http_server_requests_seconds_count","instance":"shop:8081","job":"shop",
                             "method":"GET","status":"200","uri":"/list"},"values":[%s]},
                  {"metric":{"__name__":"http_server_requests_seconds_sum","instance":"shop:8081","job":"shop",
                             "method":"GET","status":"200","uri":"/list"},"values":[%s]}]}}
                """.formatted(String.join(",", counts), String.join(",", sums));
    }
}
