package dev.perfloop.camunda;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CamundaConfiguration {
    /** More than the jobs that may be active at once, so that polling never waits behind a long step. */
    private static final int THREADS = 256;

    /** Steps block (JDBC, HTTP, child processes), so each gets a virtual thread of its own. */
    @Bean
    CamundaClientExecutorService camundaClientExecutorService() {
        var threads = Thread.ofVirtual().name("step-", 0).factory();
        return new CamundaClientExecutorService(Executors.newScheduledThreadPool(THREADS, threads), true);
    }
}
