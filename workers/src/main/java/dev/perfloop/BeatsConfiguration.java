package dev.perfloop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What is done again and again has threads of its own. With virtual threads Spring would run all that has a fixed delay on one
 * (see {@code SimpleAsyncTaskScheduler}): a mail server that does not answer would keep monitoring from reading its targets.
 */
@Configuration(proxyBeanMethods = false)
class BeatsConfiguration {
    /** As many as there are beats, and a few more. */
    private static final int THREADS = 20;

    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("beat-");
        return scheduler;
    }
}
