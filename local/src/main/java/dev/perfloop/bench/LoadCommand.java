package dev.perfloop.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        description = {
            "Starts many instances of a process and tells workflows a second and the latency of each step.",
            "PROCESS is a BPMN file, deployed first, its service tasks worked by the benchmark itself and doing nothing;",
            "or the id of a deployed process that others work."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all came to their end", "1:some did not", "2:something a person must mend"})
final class LoadCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 32;

    @Parameters(paramLabel = "PROCESS")
    private String process = "";

    @Option(names = "--concurrent", defaultValue = "10", description = "Instances at a time; default ${DEFAULT-VALUE}.")
    private int concurrent;

    @Option(names = "--operations", defaultValue = "500", description = "Instances; default ${DEFAULT-VALUE}.")
    private int operations;

    @Option(
            names = "--warm-up",
            defaultValue = "100",
            description = "Instances ahead that are not measured; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--variables", defaultValue = "{}", description = "Variables of each instance, a JSON object.")
    private String variables = "{}";

    @Option(
            names = "--timeout",
            defaultValue = "30",
            description = "Seconds an instance may take; default ${DEFAULT-VALUE}.")
    private int timeoutSeconds;

    @Option(
            names = "--broker",
            defaultValue = "http://127.0.0.1:26500",
            description = "gRPC; default ${DEFAULT-VALUE}.")
    private URI broker = URI.create("http://127.0.0.1:26500");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        var mapper = JsonMapper.builder().build();
        if (concurrent < 1 || operations < 1 || warmUp < 0 || timeoutSeconds < 1) {
            return mend("--concurrent, --operations and --timeout must be above 0, and --warm-up not below.");
        }
        ObjectNode given;
        try {
            given = (ObjectNode) mapper.readTree(variables);
        } catch (JsonProcessingException | ClassCastException malformed) {
            return mend("--variables is no JSON object: " + variables);
        }
        Path file = Path.of(process);
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(broker)
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(Math.min(concurrent, MOST_THREADS))
                .build()) {
            boolean isFile = Files.isRegularFile(file);
            var model = isFile ? ProcessModel.read(file) : new ProcessModel(process, Set.of());
            if (isFile) {
                client.newDeployResourceCommand()
                        .addResourceFile(process)
                        .send()
                        .join();
            }
            var load = new ProcessLoad(client);
            load.serve(model.jobTypes(), concurrent);
            var order = new ProcessLoad.Order(
                    model.processId(), concurrent, operations, warmUp, given, Duration.ofSeconds(timeoutSeconds));
            var report = LoadReport.of(order, load.drive(order, this::tell));
            System.out.println(
                    json ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) : report.markdown());
            return report.failed() == 0 ? 0 : 1;
        } catch (SubjectFailed unusable) {
            return mend(String.valueOf(unusable.getMessage()));
        } catch (ClientException refused) {
            return mend("The broker at " + broker + " refuses or is away: " + refused.getMessage()
                    + "\nStart the stack with ./perfloop up, or name another with --broker.");
        }
    }

    private void tell(int over) {
        if (over * 10 / operations != (over - 1) * 10 / operations) {
            System.err.printf("  %d of %d instances%n", over, operations);
        }
    }

    private static int mend(String message) {
        System.err.println(message);
        return 2;
    }
}
