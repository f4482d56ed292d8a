package dev.perfloop.profiling.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

/** On the machine the tests run on; this JVM is the service. */
class HostWatchTests {
    private final List<Sample> samples = new ArrayList<>();
    private final List<HostFacts> facts = new ArrayList<>();

    @Test
    void theServiceIsFoundByItsPortAndItsCpuIsCounted() throws IOException {
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var watch = new HostWatch(new SystemInfo(), port.getLocalPort(), 0, samples::addAll, facts::add);
            burn(400);
            watch.sample(Instant.EPOCH);
            watch.finish();
        }

        assertThat(samples)
                .extracting(Sample::metric)
                .contains(
                        Metrics.HOST_CPU_SHARE,
                        Metrics.HOST_MEMORY_AVAILABLE_BYTES,
                        Metrics.NETWORK_BYTES_PER_SECOND,
                        Metrics.SERVICE_CPU_CORES);
        assertThat(value(Metrics.HOST_CPU_SHARE)).isBetween(0.01, 1.0);
        assertThat(value(Metrics.SERVICE_CPU_CORES)).isBetween(0.1, 64.0);
        assertThat(facts).singleElement().satisfies(it -> {
            assertThat(it.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(it.service()).isNotNull();
            assertThat(it.database()).isNull();
        });
    }

    @Test
    void aPortWhereNobodyListensIsNoService() {
        var watch = new HostWatch(new SystemInfo(), 1, 0, samples::addAll, facts::add);
        watch.finish();

        assertThat(facts).singleElement().extracting(HostFacts::service).isNull();
    }

    private double value(String metric) {
        return samples.stream()
                .filter(sample -> sample.metric().equals(metric))
                .mapToDouble(Sample::value)
                .findFirst()
                .orElseThrow();
    }

    private static void burn(int millis) {
        long until = System.nanoTime() + millis * 1_000_000L;
        double sum = 0;
        while (System.nanoTime() < until) {
            sum += Math.sqrt(sum + 1);
        }
        assertThat(sum).isPositive();
    }
}
