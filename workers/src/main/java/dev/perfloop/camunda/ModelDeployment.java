package dev.perfloop.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All models in one deployment, so that {@code bindingType="deployment"} binds them to each other. The engine
 * recognises an unchanged model and keeps its version. The starter's own annotation would fail the application's start
 * when no broker answers yet.
 */
@Component
public class ModelDeployment {
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final CamundaClient client;

    ModelDeployment(@Lazy CamundaClient client) {
        this.client = client;
    }

    /**
     * @param patience how long to wait for an engine that does not answer yet
     * @throws IllegalStateException when it is over
     */
    public DeploymentEvent deploy(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return command().requestTimeout(Duration.ofSeconds(10)).send().join();
            } catch (RuntimeException e) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The processes could not be deployed: " + e.getMessage(), e);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private DeployResourceCommandStep2 command() throws IOException {
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 filled = null;
        for (Resource model : models()) {
            byte[] bytes = model.getContentAsByteArray();
            filled = (filled == null ? command : filled).addResourceBytes(bytes, "bpmn/" + model.getFilename());
        }
        if (filled == null) {
            throw new IllegalStateException("There is no model on the class path");
        }
        return filled;
    }

    private static List<Resource> models() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*"))
                .filter(model -> KINDS.stream().anyMatch(String.valueOf(model.getFilename())::endsWith))
                .sorted(Comparator.comparing(model -> String.valueOf(model.getFilename())))
                .toList();
    }
}
