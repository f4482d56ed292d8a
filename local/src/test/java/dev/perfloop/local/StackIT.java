package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real parts, killed. One test, since each start of the stack takes its time. */
class StackIT {
    private static final String JOB_TYPE = "nobody-works-on-this";

    private final List<HostProcess> hosts = new ArrayList<>();

    @BeforeEach
    void startFromNothing() throws IOException {
        StackData.startFromNothing();
    }

    @AfterEach
    void leaveNothing() throws InterruptedException {
        for (HostProcess host : hosts) {
            host.stop();
        }
    }

    @Test
    void aKilledStackLeavesNoChildAndGoesOnWhereItWas() throws Exception {
        HostProcess first = host().awaitReady();
        long instance = startInstance();

        assertThat(host().awaitSays("TROUBLE").says()).contains("running on this data already");

        assertThat(first.broker().destroyForcibly()).isTrue();
        first.awaitSays("Camunda broker ended (exit code 137)").awaitSays("Camunda broker is back");

        List<ProcessHandle> children = first.children();
        assertThat(children).hasSizeGreaterThan(4); // broker, watchdog, PostgreSQL and its own processes
        first.kill();
        awaitGone(children);

        HostProcess second = host().awaitReady();
        assertThat(jobOf(instance)).isPresent();
        List<ProcessHandle> again = second.children();
        assertThat(second.stop()).isEqualTo(143);
        awaitGone(again);
        assertThat(DataLock.holder(StackData.DATA)).isEmpty();
    }

    /** The system takes its moment to bury them. */
    private static void awaitGone(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    private HostProcess host() throws IOException {
        HostProcess host = HostProcess.start(
                StackData.CHECKOUT, StackData.DATA, StackData.DIR.resolve("host-" + hosts.size() + ".log"), List.of());
        hosts.add(host);
        return host;
    }

    private static CamundaClient client() {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + StackData.port(Port.GRPC)))
                .preferRestOverGrpc(false)
                .build();
    }

    private static long startInstance() {
        try (CamundaClient client = client()) {
            client.newDeployResourceCommand()
                    .addProcessModel(
                            Bpmn.createExecutableProcess("waits")
                                    .startEvent()
                                    .serviceTask("wait", task -> task.zeebeJobType(JOB_TYPE))
                                    .endEvent()
                                    .done(),
                            "waits.bpmn")
                    .send()
                    .join();
            return client.newCreateInstanceCommand()
                    .bpmnProcessId("waits")
                    .latestVersion()
                    .send()
                    .join()
                    .getProcessInstanceKey();
        }
    }

    private static Stream<ActivatedJob> jobs() {
        try (CamundaClient client = client()) {
            return client
                    .newActivateJobsCommand()
                    .jobType(JOB_TYPE)
                    .maxJobsToActivate(10)
                    .timeout(Duration.ofSeconds(1))
                    .send()
                    .join()
                    .getJobs()
                    .stream();
        }
    }

    private static Optional<ActivatedJob> jobOf(long instance) {
        return jobs().filter(job -> job.getProcessInstanceKey() == instance).findFirst();
    }
}
