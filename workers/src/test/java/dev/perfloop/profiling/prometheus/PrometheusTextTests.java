package dev.perfloop.profiling.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.target.PrometheusText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTests {
    private static final String TEXT = """
            # HELP process_cpu_usage The "recent cpu usage"
            # TYPE process_cpu_usage gauge
            process_cpu_usage 0.25
            system_cpu_usage NaN
            jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 1.0E7
            jvm_memory_used_bytes{area="heap",id="G1 {Old} Gen"} 5000000.0
            jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E7
            hikaricp_connections_pending{pool="HikariPool-1"} 3.0 1700000000000
            http_server_requests_seconds_count{method="GET",uri="/a b"} 7
            http_server_requests_seconds_count{method="GET",uri="/c"} 5
            http_server_requests_seconds_bucket{le="+Inf"} 12
            """;

    @Test
    void partsAreSummedAndUnknownsLeftOut() {
        assertThat(ServiceMetrics.of(PrometheusText.parse(TEXT)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Metrics.PROCESS_CPU_SHARE, 0.25,
                        Metrics.HEAP_USED_BYTES, 1.5e7,
                        Metrics.POOL_PENDING_THREADS, 3.0,
                        Metrics.SERVED_REQUESTS_TOTAL, 12.0));
    }
}
