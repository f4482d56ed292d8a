package dev.perfloop.process;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test method an engine of its own with all models deployed, and notes which flows it took. */
final class InMemoryCamunda implements ParameterResolver, AfterEachCallback {
    /** The first deployment in a JVM compiles all models; on a busy machine that takes longer than the client's 10 s. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Namespace HERE = Namespace.create(InMemoryCamunda.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Rehearsal.class || type == CamundaClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var stage = context.getStore(HERE).getOrComputeIfAbsent(Stage.class);
        return parameter.getParameter().getType() == Rehearsal.class ? stage.rehearsal : stage.client;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var stage = context.getStore(HERE).get(Stage.class, Stage.class);
        if (stage != null) {
            FlowCoverage.note(stage.engine.getRecordStreamSource().getRecords());
            stage.close();
        }
    }

    static final class Stage {
        private final ZeebeTestEngine engine = EngineFactory.create();
        private final CamundaClient client;
        private final Rehearsal rehearsal;

        Stage() {
            engine.start();
            client = CamundaClient.newClientBuilder()
                    .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                    .preferRestOverGrpc(false)
                    .defaultRequestTimeout(PATIENCE)
                    .build();
            Models.deploy(client);
            rehearsal = new Rehearsal(client, engine);
        }

        private void close() {
            client.close();
            engine.stop();
        }
    }
}
