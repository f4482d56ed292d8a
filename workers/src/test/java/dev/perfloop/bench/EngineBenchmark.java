package dev.perfloop.bench;

import dev.perfloop.WorkersApplication;
import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.support.Database;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What our border to Camunda costs: a process of five service tasks through our workers (lease, journal in PostgreSQL,
 * metrics) beside the same process through bare no-op workers, on one broker, the two kinds taking turns.
 *
 * <p>Arguments: the broker's gRPC address (default {@code http://127.0.0.1:26500}), rounds (default 5).
 */
public final class EngineBenchmark {
    private static final int TASKS = 5;
    private static final int SEQUENTIAL = 40;
    private static final int PARALLEL = 400;
    private static final int IN_FLIGHT = 40;

    private record Nothing() {}

    private EngineBenchmark() {}

    public static void main(String[] args) throws Exception {
        String broker = args.length > 0 ? args[0] : "http://127.0.0.1:26500";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var database = (PGSimpleDataSource) Database.migrated();
        try (var context = new SpringApplicationBuilder(WorkersApplication.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=workers")
                .run(
                        "--logging.level.root=WARN",
                        "--camunda.client.grpc-address=" + broker,
                        "--spring.datasource.url=" + database.getURL(),
                        "--spring.datasource.username=" + database.getUser())) {
            var client = context.getBean(CamundaClient.class);
            var steps = context.getBean(Steps.class);
            var jdbc = JdbcClient.create(database);
            jdbc.sql("INSERT INTO target VALUES ('bench', '', '', now(), now())")
                    .update();
            jdbc.sql("""
                    INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                    VALUES ('bench', 'bench', '', 'QUICK', 'RUNNING', 'bench', now())""").update();
            deploy(client, "bench-bare");
            deploy(client, "bench-ours");
            JobHandler bare = (jobs, job) -> jobs.newCompleteCommand(job).send().join();
            JobHandler ours = (jobs, job) -> steps.run(job, Nothing.class, (in, step) -> Outcome.done());
            try (var one = worker(client, "bench-bare", bare);
                    var two = worker(client, "bench-ours", ours)) {
                measure(client, rounds);
            }
        }
        System.exit(0);
    }

    private static void measure(CamundaClient client, int rounds) throws Exception {
        sequential(client, "bench-bare");
        sequential(client, "bench-ours");
        List<double[]> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.add(new double[] {
                sequential(client, "bench-bare"),
                sequential(client, "bench-ours"),
                parallel(client, "bench-bare"),
                parallel(client, "bench-ours")
            });
        }
        print("ms a step, bare", results, 0);
        print("ms a step, ours", results, 1);
        print("process instances/s, bare", results, 2);
        print("process instances/s, ours", results, 3);
        System.out.printf(
                Locale.ROOT,
                "ratio ours/bare (medians): time a step %.2f, process instances/s %.2f%n",
                median(results, 1) / median(results, 0),
                median(results, 3) / median(results, 2));
    }

    /** Milliseconds a step when one instance runs at a time. */
    private static double sequential(CamundaClient client, String process) {
        long start = System.nanoTime();
        for (int i = 0; i < SEQUENTIAL; i++) {
            run(client, process).join();
        }
        return (System.nanoTime() - start) / 1e6 / SEQUENTIAL / TASKS;
    }

    /** Completed instances a second with a fixed number in flight. */
    private static double parallel(CamundaClient client, String process) throws InterruptedException {
        var inFlight = new Semaphore(IN_FLIGHT);
        long start = System.nanoTime();
        for (int i = 0; i < PARALLEL; i++) {
            inFlight.acquire();
            run(client, process).whenComplete((done, failure) -> inFlight.release());
        }
        inFlight.acquire(IN_FLIGHT);
        return PARALLEL / ((System.nanoTime() - start) / 1e9);
    }

    private static CompletableFuture<?> run(CamundaClient client, String process) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(Map.of("runId", "bench"))
                .withResult()
                .requestTimeout(Duration.ofMinutes(2))
                .send()
                .toCompletableFuture();
    }

    private static JobWorker worker(CamundaClient client, String type, JobHandler handler) {
        return client.newWorker()
                .jobType(type)
                .handler(handler)
                .maxJobsActive(IN_FLIGHT)
                .open();
    }

    private static void deploy(CamundaClient client, String type) {
        var builder = Bpmn.createExecutableProcess(type).startEvent();
        var task = builder.serviceTask("task1", t -> t.zeebeJobType(type));
        for (int i = 2; i <= TASKS; i++) {
            task = task.serviceTask("task" + i, t -> t.zeebeJobType(type));
        }
        client.newDeployResourceCommand()
                .addProcessModel(task.endEvent().done(), type + ".bpmn")
                .send()
                .join();
    }

    private static void print(String what, List<double[]> results, int column) {
        double[] values =
                results.stream().mapToDouble(row -> row[column]).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-28s min %8.2f  median %8.2f  max %8.2f  %s%n",
                what,
                values[0],
                median(results, column),
                values[values.length - 1],
                Arrays.toString(values));
    }

    private static double median(List<double[]> results, int column) {
        double[] values =
                results.stream().mapToDouble(row -> row[column]).sorted().toArray();
        return values[values.length / 2];
    }
}
