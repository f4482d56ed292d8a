package dev.perfloop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the in-memory engine. */
class ProcessLoadTests {
    @TempDir
    Path folder;

    @Test
    void everyInstanceIsTimedStepByStep() throws Exception {
        Path file = model("bench-first", "bench-second");
        var engine = EngineFactory.create();
        engine.start();
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                .preferRestOverGrpc(false)
                .build()) {
            client.newDeployResourceCommand()
                    .addResourceFile(file.toString())
                    .send()
                    .join();
            var load = new ProcessLoad(client);
            var read = ProcessModel.read(file);
            load.serve(read.jobTypes(), 3);
            var order = new ProcessLoad.Order(
                    read.processId(), 3, 20, 2, JsonNodeFactory.instance.objectNode(), Duration.ofSeconds(20));

            var report = LoadReport.of(order, load.drive(order, over -> {}));

            assertThat(report.failed()).isZero();
            assertThat(report.workflowsPerSecond()).isPositive();
            assertThat(report.workflow().p50()).isPositive();
            assertThat(report.steps()).extracting(LoadReport.StepLine::element).containsExactly("one", "two");
            assertThat(report.steps()).allSatisfy(step -> {
                assertThat(step.count()).isEqualTo(20);
                assertThat(step.reached().p50()).isPositive();
                assertThat(step.acknowledged().p50()).isPositive();
            });
        } finally {
            engine.stop();
        }
    }

    @Test
    void jobsOfOurOwnProcessesAreNotTakenFromTheirWorkers() {
        assertThatThrownBy(() -> ProcessModel.read(model("bench-first", "run-load-test")))
                .isInstanceOf(SubjectFailed.class)
                .hasMessageContaining("run-load-test");
    }

    private Path model(String first, String second) {
        Path file = folder.resolve("model.bpmn");
        Bpmn.writeModelToFile(
                file.toFile(),
                Bpmn.createExecutableProcess("bench")
                        .startEvent()
                        .serviceTask("one", task -> task.zeebeJobType(first))
                        .serviceTask("two", task -> task.zeebeJobType(second))
                        .endEvent()
                        .done());
        return file;
    }
}
