package dev.perfloop.camunda;

import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deploys the models when the workers run as a process of their own; the one-machine stack does it in its own order. */
@Component
@ConditionalOnProperty("perfloop.deploy-at-start")
class DeployAtStart {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ModelDeployment models;

    DeployAtStart(ModelDeployment models) {
        this.models = models;
    }

    @EventListener(ApplicationReadyEvent.class)
    void deploy() throws IOException, InterruptedException {
        models.deploy(PATIENCE);
    }
}
