package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuLimitTests {
    @TempDir
    Path dir;

    @Test
    void onlyPeriodsOfTheMeasuredPartCount() throws IOException {
        var limit = new CpuLimit(Optional.of(stat(10, 5)));
        limit.sample(false);
        stat(100, 50);
        limit.sample(false);
        stat(160, 53);
        limit.sample(true);

        assertThat(limit.periods()).isEqualTo(60);
        assertThat(limit.throttled()).isEqualTo(3);
    }

    @Test
    void machineWithoutControlGroupsSaysSo() {
        var limit = new CpuLimit(Optional.empty());
        limit.sample(true);
        limit.sample(true);

        assertThat(limit.periods()).isEqualTo(-1);
    }

    private Path stat(long periods, long throttled) throws IOException {
        return Files.writeString(
                dir.resolve("cpu.stat"), "usage_usec 7\nnr_periods " + periods + "\nnr_throttled " + throttled + "\n");
    }
}
