package dev.perfloop.camunda;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Keeps a job ours while its work runs: renews its lease (as long as a job is given out for, 30 s) every third of it, so
 * that a killed worker is noticed within one lease while a slow one is left in peace.
 */
@Component
class Leases implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final CamundaClient client;
    private final Duration lease;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            1, Thread.ofVirtual().name("lease-", 0).factory());

    // Lazy, as the client itself looks for worker beans when it starts.
    Leases(@Lazy CamundaClient client, @Value("${camunda.client.worker.defaults.timeout:PT30S}") Duration lease) {
        this.client = client;
        this.lease = lease;
    }

    Lease keep(Step step) {
        long every = lease.toMillis() / 3;
        return new Lease(clock.scheduleAtFixedRate(() -> renew(step), every, every, TimeUnit.MILLISECONDS));
    }

    private void renew(Step step) {
        try {
            client.newUpdateTimeoutCommand(step.job()).timeout(lease).send().join();
        } catch (RuntimeException failure) {
            if (Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND) {
                log.warn("{} job {} is no longer ours", step.jobType(), step.jobKey());
                step.loseLease();
            } else {
                // The engine is away: the next renewal, or the retried completion, will tell.
                log.warn(
                        "{} job {} could not renew its lease: {}", step.jobType(), step.jobKey(), failure.getMessage());
            }
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    record Lease(ScheduledFuture<?> renewal) implements AutoCloseable {
        @Override
        public void close() {
            renewal.cancel(false);
        }
    }
}
