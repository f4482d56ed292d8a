package dev.perfloop.monitoring.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.target.PrometheusText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server may keep fewer labels than the service tells: relabelling drops them to save series. */
class RoutesTests {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void withoutMethodAndPathThereIsOnlyTheWhole() {
        assertThat(rates("""
                http_server_requests_seconds_count{status="200"} 90
                http_server_requests_seconds_count{status="500"} 10
                http_server_requests_seconds_sum{status="200"} 5
                """))
                .isEqualTo(Map.of("requests_per_second", 10.0, "request_mean_ms", 50.0, "request_error_share", 0.1));
    }

    @Test
    void withoutAStatusNobodySaysThatNothingFailed() {
        assertThat(rates("http_server_requests_seconds_count{method=\"GET\",uri=\"/list\"} 100\n"))
                .containsEntry("requests_per_second", 10.0)
                .containsEntry("requests_per_second GET /list", 10.0)
                .doesNotContainKeys("request_error_share", "request_error_share GET /list", "request_mean_ms");
        assertThat(rates("http_server_requests_seconds_count{outcome=\"SERVER_ERROR\",uri=\"/list\"} 100\n"))
                .containsEntry("request_error_share", 1.0);
    }

    @Test
    void aBucketWithoutABoundIsNone() {
        assertThat(rates("""
                http_server_requests_seconds_count{uri="/list",status="200"} 100
                http_server_requests_seconds_bucket{uri="/list",status="200"} 100
                """)).containsEntry("requests_per_second", 10.0).doesNotContainKey("request_p95_ms");
    }

    /** What was added within ten seconds, from nothing; by metric and route. */
    private static Map<String, Double> rates(String text) {
        var routes = new Routes();
        Map<String, Double> counters = new HashMap<>();
        PrometheusText.parse(text).forEach(measurement -> routes.note(measurement, counters));
        var before = new Counters(NOON.minusSeconds(10), "", Double.NaN, true, Map.of());
        var growth = new Counters(NOON, "", Double.NaN, true, counters).since(before);
        Map<String, Double> rates = new HashMap<>();
        List.copyOf(routes.rates(growth)).stream()
                .filter(rate -> Double.isFinite(rate.value()))
                .forEach(rate -> rates.put(
                        rate.key().metric()
                                + (rate.key().subject() == null
                                        ? ""
                                        : " " + rate.key().subject()),
                        rate.value()));
        return rates;
    }
}
