package dev.perfloop.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Starts instances of a process, so many at a time, and times each to its end. */
final class ProcessLoad {
    /** Tells our jobs which instance they are of. */
    static final String OPERATION = "benchOperation";

    /**
     * @param operations instances that are measured
     * @param warmUp     instances ahead of these that are not
     * @param variables  of each instance
     * @param timeout    an instance that takes longer has failed
     */
    record Order(
            String processId, int concurrent, int operations, int warmUp, ObjectNode variables, Duration timeout) {}

    /**
     * @param micros       of each instance that came to its end
     * @param firstFailure absent when there was none
     */
    record Driven(
            double seconds,
            long[] micros,
            int failed,
            @Nullable String firstFailure,
            StepTimes steps) {}

    private final CamundaClient client;
    private volatile StepTimes steps = new StepTimes();

    ProcessLoad(CamundaClient client) {
        this.client = client;
    }

    /** Works the jobs of these types from now on, as fast as can be. */
    List<JobWorker> serve(Iterable<String> jobTypes, int concurrent) {
        List<JobWorker> workers = new ArrayList<>();
        jobTypes.forEach(type -> workers.add(client.newWorker()
                .jobType(type)
                .handler(this::work)
                .maxJobsActive(2 * concurrent)
                .fetchVariables(OPERATION)
                .open()));
        return workers;
    }

    private void work(JobClient jobs, ActivatedJob job) {
        long reached = System.nanoTime();
        // The warm-up's late acknowledgements are the warm-up's.
        StepTimes times = steps;
        boolean counts = job.getVariablesAsMap().get(OPERATION) instanceof Integer operation
                && times.reached(operation, job.getElementId(), reached);
        jobs.newCompleteCommand(job).send().join();
        if (counts) {
            times.acknowledged(job.getElementId(), System.nanoTime() - reached);
        }
    }

    Driven drive(Order order, IntConsumer progress) throws InterruptedException {
        if (order.warmUp() > 0) {
            start(order, order.warmUp(), over -> {});
        }
        return start(order, order.operations(), progress);
    }

    private Driven start(Order order, int operations, IntConsumer progress) throws InterruptedException {
        var times = new StepTimes();
        steps = times;
        var micros = new AtomicLongArray(operations);
        var over = new AtomicInteger();
        var failed = new AtomicInteger();
        var firstFailure = new AtomicReference<@Nullable String>();
        var inFlight = new Semaphore(order.concurrent());
        long start = System.nanoTime();
        for (int i = 0; i < operations; i++) {
            inFlight.acquire();
            int operation = i;
            long began = System.nanoTime();
            times.begun(operation, began);
            client.newCreateInstanceCommand()
                    .bpmnProcessId(order.processId())
                    .latestVersion()
                    .variables(order.variables()
                            .deepCopy()
                            .put(OPERATION, operation)
                            .toString())
                    .withResult()
                    .requestTimeout(order.timeout())
                    .send()
                    .whenComplete((result, failure) -> {
                        if (failure == null) {
                            micros.set(operation, Math.max(1, (System.nanoTime() - began) / 1000));
                        } else {
                            failed.incrementAndGet();
                            firstFailure.compareAndSet(null, String.valueOf(failure.getMessage()));
                        }
                        progress.accept(over.incrementAndGet());
                        inFlight.release();
                    });
        }
        inFlight.acquire(order.concurrent());
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] ended = IntStream.range(0, operations)
                .mapToLong(micros::get)
                .filter(time -> time > 0)
                .toArray();
        return new Driven(seconds, ended, failed.get(), firstFailure.get(), times);
    }
}
