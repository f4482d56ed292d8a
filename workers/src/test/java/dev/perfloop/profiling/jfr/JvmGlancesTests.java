package dev.perfloop.profiling.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.profiling.JvmSilent;
import dev.perfloop.target.JmxAccess;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmGlancesTests {
    private final JvmGlances glances = new JvmGlances();

    /** Nothing is recorded, so that it takes no flight recorder. */
    @Test
    void aJvmTellsItsHeapItsThreadsAndSinceWhen() throws Exception {
        var bare = List.of(
                "-Xmx64m",
                "-Dcom.sun.management.jmxremote.authenticate=false",
                "--limit-modules",
                "java.base,java.sql,java.management.rmi,jdk.management,jdk.management.agent");
        try (var service = new RecordedService(bare, "idle")) {
            var glance = glances.look(service.address());

            assertThat(glance.heapMaxBytes()).isBetween(48e6, 72e6);
            assertThat(glance.heapUsedBytes()).isPositive().isLessThan(glance.heapMaxBytes());
            assertThat(glance.threads()).isPositive();
            assertThat(glance.upSeconds()).isPositive();
            assertThat(glance.startedMillis())
                    .isEqualTo(glances.look(service.address()).startedMillis());
        }
    }

    @Test
    void oneThatIsNotThereSaysSo() {
        int port = RecordedService.freePort();

        assertThatThrownBy(() -> glances.look(JmxAccess.open("127.0.0.1:" + port)))
                .isInstanceOf(JvmSilent.class)
                .hasMessageContaining("nothing answers JMX");
    }
}
