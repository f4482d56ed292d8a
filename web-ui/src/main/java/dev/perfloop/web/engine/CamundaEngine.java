package dev.perfloop.web.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes over gRPC. An engine under back-pressure or away is asked again shortly, then left to the sweepers. */
@Component
class CamundaEngine implements Engine {
    private static final Logger log = LoggerFactory.getLogger(CamundaEngine.class);
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);

    private final CamundaClient client;

    CamundaEngine(CamundaClient client) {
        this.client = client;
    }

    @Override
    public Delivery publish(EngineMessage message) {
        for (int attempt = 1; ; attempt++) {
            try {
                send(message);
                return Delivery.SENT;
            } catch (ClientStatusException refused) {
                switch (refused.getStatusCode()) {
                    // The engine still keeps the first one: that is the wish fulfilled.
                    case ALREADY_EXISTS -> {
                        return Delivery.SENT;
                    }
                    case RESOURCE_EXHAUSTED, UNAVAILABLE, DEADLINE_EXCEEDED -> {
                        if (attempt == ATTEMPTS) {
                            return postponed(message, refused.getStatusCode());
                        }
                    }
                    default -> throw refused;
                }
            }
            if (!paused(attempt)) {
                return Delivery.POSTPONED;
            }
        }
    }

    @Override
    public Repeat beginAnew(long processInstanceKey, long elementInstanceKey, String elementId) {
        try {
            client.newModifyProcessInstanceCommand(processInstanceKey)
                    .activateElement(elementId)
                    .and()
                    .terminateElement(elementInstanceKey)
                    .requestTimeout(REQUEST_TIMEOUT)
                    .send()
                    .join();
            return Repeat.BEGUN;
        } catch (ClientStatusException refused) {
            log.warn(
                    "action=begin_anew element={} processInstanceKey={} result=refused why={}",
                    elementId,
                    processInstanceKey,
                    refused.getMessage());
            return switch (refused.getStatusCode()) {
                case RESOURCE_EXHAUSTED, UNAVAILABLE, DEADLINE_EXCEEDED -> Repeat.AWAY;
                default -> Repeat.REFUSED;
            };
        }
    }

    /** There is no query over gRPC; a variable can be set only on an instance that is there. */
    @Override
    public boolean isGone(long processInstanceKey) {
        try {
            client.newSetVariablesCommand(processInstanceKey)
                    .variables(Map.of("cancelRequested", true))
                    .requestTimeout(REQUEST_TIMEOUT)
                    .send()
                    .join();
            return false;
        } catch (ClientStatusException refused) {
            return refused.getStatusCode() == Status.Code.NOT_FOUND;
        }
    }

    private void send(EngineMessage message) {
        var command = client.newPublishMessageCommand()
                .messageName(message.name())
                .correlationKey(message.correlationKey())
                .timeToLive(message.timeToLive())
                .variables(message.variables());
        if (message.messageId() != null) {
            command.messageId(message.messageId());
        }
        command.requestTimeout(REQUEST_TIMEOUT).send().join();
    }

    private static Delivery postponed(EngineMessage message, Status.Code why) {
        log.warn(
                "action=publish message={} correlationKey={} result=postponed why={}",
                message.name(),
                message.correlationKey(),
                why);
        return Delivery.POSTPONED;
    }

    /** Doubling pauses with jitter, so that several callers do not come back at once. */
    private static boolean paused(int attempt) {
        long base = FIRST_PAUSE.toMillis() << (attempt - 1);
        try {
            Thread.sleep(base / 2 + ThreadLocalRandom.current().nextLong(base));
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
