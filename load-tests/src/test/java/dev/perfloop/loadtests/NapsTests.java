package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NapsTests {
    @Test
    void whatIsQueuedIsStillDone() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            Naps.on(executor, 2);
            var done = new CountDownLatch(10_000);
            for (int i = 0; i < 10_000; i++) {
                executor.execute(done::countDown);
            }

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endWithTheirExecutor() throws Exception {
        var executor = Executors.newFixedThreadPool(2);
        Naps.on(executor, 2);

        executor.shutdown();

        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
}
