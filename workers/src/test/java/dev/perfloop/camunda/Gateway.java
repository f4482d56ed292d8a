package dev.perfloop.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine on the wire with one job, which refuses commands on demand as a broker in trouble does. */
final class Gateway extends GatewayGrpc.GatewayImplBase implements AutoCloseable {
    static final int RETRIES = 3;

    final List<CompleteJobRequest> completed = new CopyOnWriteArrayList<>();
    final List<ThrowErrorRequest> thrown = new CopyOnWriteArrayList<>();
    final List<FailJobRequest> failed = new CopyOnWriteArrayList<>();
    final List<UpdateJobTimeoutRequest> renewed = new CopyOnWriteArrayList<>();
    final List<PublishMessageRequest> published = new CopyOnWriteArrayList<>();
    final List<EvaluateDecisionRequest> evaluated = new CopyOnWriteArrayList<>();
    private volatile String decision = "null";
    private final Queue<Status> troubles = new ConcurrentLinkedQueue<>();
    private final Server server;
    final CamundaClient client;

    Gateway() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(this)
                    .build()
                    .start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://localhost:" + server.getPort()))
                .preferRestOverGrpc(false)
                .build();
    }

    /** The next commands meet these, one each; those after them are taken. */
    void refuse(Status... next) {
        troubles.addAll(List.of(next));
    }

    /** What decisions answer from now on, as JSON. */
    void decide(String output) {
        decision = output;
    }

    ActivatedJob job(String variables) {
        return client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .timeout(Duration.ofSeconds(30))
                .workerName(variables)
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    @Override
    public void activateJobs(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
        var job = GatewayOuterClass.ActivatedJob.newBuilder()
                .setKey(7)
                .setType("work")
                .setBpmnProcessId("performance-optimization")
                .setElementId("Task_Work")
                .setRetries(RETRIES)
                .setCustomHeaders("{\"profile\": \"PEAK\"}")
                .setVariables(request.getWorker());
        answer.onNext(ActivateJobsResponse.newBuilder().addJobs(job).build());
        answer.onCompleted();
    }

    @Override
    public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> answer) {
        completed.add(request);
        answer(answer, CompleteJobResponse.getDefaultInstance());
    }

    @Override
    public void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> answer) {
        thrown.add(request);
        answer(answer, ThrowErrorResponse.getDefaultInstance());
    }

    @Override
    public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> answer) {
        failed.add(request);
        answer(answer, FailJobResponse.getDefaultInstance());
    }

    @Override
    public void updateJobTimeout(UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> answer) {
        renewed.add(request);
        answer(answer, UpdateJobTimeoutResponse.getDefaultInstance());
    }

    @Override
    public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> answer) {
        published.add(request);
        answer(answer, PublishMessageResponse.getDefaultInstance());
    }

    @Override
    public void evaluateDecision(EvaluateDecisionRequest request, StreamObserver<EvaluateDecisionResponse> answer) {
        evaluated.add(request);
        answer(
                answer,
                EvaluateDecisionResponse.newBuilder()
                        .setDecisionOutput(decision)
                        .build());
    }

    private <T> void answer(StreamObserver<T> observer, T taken) {
        var trouble = troubles.poll();
        if (trouble == null) {
            observer.onNext(taken);
            observer.onCompleted();
        } else {
            observer.onError(trouble.asRuntimeException());
        }
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
