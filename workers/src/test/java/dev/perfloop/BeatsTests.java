package dev.perfloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class BeatsTests {
    @Test
    void oneThatHangsHoldsUpNoOther() throws InterruptedException {
        try (var context = new SpringApplicationBuilder(Two.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=none", "spring.threads.virtual.enabled=true")
                .run()) {
            var two = context.getBean(Two.class);

            assertThat(two.otherRan.await(10, TimeUnit.SECONDS)).isTrue();

            two.free.countDown();
        }
    }

    @Configuration
    @EnableScheduling
    @Import(BeatsConfiguration.class)
    @ImportAutoConfiguration(TaskSchedulingAutoConfiguration.class)
    static class Two {
        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final CountDownLatch otherRan = new CountDownLatch(1);

        @Scheduled(fixedDelay = 1)
        void hang() throws InterruptedException {
            hangs.countDown();
            free.await();
        }

        @Scheduled(fixedDelay = 1)
        void other() throws InterruptedException {
            hangs.await();
            otherRan.countDown();
        }
    }
}
