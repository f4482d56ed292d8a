package dev.perfloop.web.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.web.rows.RawJson;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a gateway on the wire that refuses on demand, as a broker under pressure does. */
class CamundaEngineTests {
    private static final EngineMessage MESSAGE =
            new EngineMessage("optimization-requested", "shop", "run-1", Duration.ofSeconds(30), new Start("shop"));

    record Start(String target) {}

    private final Gateway gateway = new Gateway();
    private Server server = NettyServerBuilder.forPort(0).build();
    private CamundaClient client = CamundaClient.newClient();

    @BeforeEach
    void gatewayIsUp() throws IOException {
        client.close();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(gateway)
                .build()
                .start();
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://localhost:" + server.getPort()))
                .preferRestOverGrpc(false)
                .build();
    }

    @AfterEach
    void gatewayIsDown() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aMessageCarriesItsKeyItsIdAndItsVariables() {
        assertThat(publish()).isEqualTo(Delivery.SENT);

        assertThat(gateway.taken).singleElement().satisfies(message -> {
            assertThat(message.getName()).isEqualTo("optimization-requested");
            assertThat(message.getCorrelationKey()).isEqualTo("shop");
            assertThat(message.getMessageId()).isEqualTo("run-1");
            assertThat(message.getTimeToLive()).isEqualTo(30_000);
            assertThat(message.getVariables()).isEqualTo("{\"target\":\"shop\"}");
        });
    }

    @Test
    void variablesThatWereKeptAsTextArriveAsTheyWere() {
        var kept = new EngineMessage(
                "gate-requested", "shop", null, Duration.ZERO, new RawJson("{\"phase\": \"PROFILE\"}"));

        assertThat(new CamundaEngine(client).publish(kept)).isEqualTo(Delivery.SENT);

        assertThat(gateway.taken)
                .singleElement()
                .satisfies(message -> assertThat(message.getVariables()).isEqualTo("{\"phase\": \"PROFILE\"}"));
    }

    @Test
    void anEngineUnderPressureIsAskedAgain() {
        gateway.refusals.add(Status.RESOURCE_EXHAUSTED);
        gateway.refusals.add(Status.UNAVAILABLE);

        assertThat(publish()).isEqualTo(Delivery.SENT);
        assertThat(gateway.taken).hasSize(1);
    }

    @Test
    void anEngineThatStaysUnderPressureIsLeftToTheSweeper() {
        gateway.refusals.addAll(
                List.of(Status.RESOURCE_EXHAUSTED, Status.RESOURCE_EXHAUSTED, Status.RESOURCE_EXHAUSTED));

        assertThat(publish()).isEqualTo(Delivery.POSTPONED);
        assertThat(gateway.taken).isEmpty();
    }

    @Test
    void anEngineThatIsAwayIsLeftToTheSweeper() {
        server.shutdownNow();

        assertThat(publish()).isEqualTo(Delivery.POSTPONED);
    }

    @Test
    void aMessageTheEngineStillKeepsCountsAsSent() {
        gateway.refusals.add(Status.ALREADY_EXISTS);

        assertThat(publish()).isEqualTo(Delivery.SENT);
    }

    @Test
    void aMessageTheEngineCallsWrongIsABugAndFailsLoudly() {
        gateway.refusals.add(Status.INVALID_ARGUMENT);

        assertThatThrownBy(this::publish).isInstanceOf(ClientStatusException.class);
    }

    @Test
    void aStepIsBegunAnewAndItsOldVisitEndedInOneCommand() {
        assertThat(beginAnew()).isEqualTo(Repeat.BEGUN);

        assertThat(gateway.modified).singleElement().satisfies(wish -> {
            assertThat(wish.getProcessInstanceKey()).isEqualTo(7);
            assertThat(wish.getActivateInstructions(0).getElementId()).isEqualTo("Task_ApplyChange");
            assertThat(wish.getTerminateInstructions(0).getElementInstanceKey()).isEqualTo(8);
        });
    }

    @Test
    void aVisitThatTheEngineHasNoLongerIsRefusedAndAnEngineThatIsAwaySaidToBe() {
        gateway.refusals.add(Status.INVALID_ARGUMENT);
        assertThat(beginAnew()).isEqualTo(Repeat.REFUSED);

        gateway.refusals.add(Status.UNAVAILABLE);
        assertThat(beginAnew()).isEqualTo(Repeat.AWAY);
    }

    private Repeat beginAnew() {
        return new CamundaEngine(client).beginAnew(7, 8, "Task_ApplyChange");
    }

    private Delivery publish() {
        return new CamundaEngine(client).publish(MESSAGE);
    }

    private static final class Gateway extends GatewayGrpc.GatewayImplBase {
        private final Queue<Status> refusals = new ArrayDeque<>();
        private final List<PublishMessageRequest> taken = new CopyOnWriteArrayList<>();
        private final List<ModifyProcessInstanceRequest> modified = new CopyOnWriteArrayList<>();

        @Override
        public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> answer) {
            answer(request, taken, PublishMessageResponse.getDefaultInstance(), answer);
        }

        @Override
        public void modifyProcessInstance(
                ModifyProcessInstanceRequest request, StreamObserver<ModifyProcessInstanceResponse> answer) {
            answer(request, modified, ModifyProcessInstanceResponse.getDefaultInstance(), answer);
        }

        private <Q, A> void answer(Q request, List<Q> requests, A good, StreamObserver<A> answer) {
            Status refusal = refusals.poll();
            if (refusal != null) {
                answer.onError(refusal.asRuntimeException());
                return;
            }
            requests.add(request);
            answer.onNext(good);
            answer.onCompleted();
        }
    }
}
