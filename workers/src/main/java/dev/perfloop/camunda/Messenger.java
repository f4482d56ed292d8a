package dev.perfloop.camunda;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends a message that rows stand behind: one that is lost is sent again by whoever keeps them. */
@Component
public class Messenger {
    private static final Logger log = LoggerFactory.getLogger(Messenger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final CamundaClient client;

    Messenger(@Lazy CamundaClient client) {
        this.client = client;
    }

    /**
     * Waits in the engine for a day for somebody who wants it.
     *
     * @return false when the engine did not take it
     */
    public boolean keep(String message, String correlationKey, String messageId, Record variables) {
        return publish(message, correlationKey, messageId, variables, A_DAY);
    }

    /**
     * Does not outlive the moment: the engine takes it at once, or not at all.
     *
     * @param variables its components become process variables
     */
    public void send(String message, String correlationKey, String messageId, Record variables) {
        publish(message, correlationKey, messageId, variables, Duration.ZERO);
    }

    private boolean publish(String message, String correlationKey, String messageId, Record variables, Duration kept) {
        try {
            client.newPublishMessageCommand()
                    .messageName(message)
                    .correlationKey(correlationKey)
                    .messageId(messageId)
                    .timeToLive(kept)
                    .variables(variables)
                    .requestTimeout(PATIENCE)
                    .send()
                    .join();
            return true;
        } catch (RuntimeException notTaken) {
            log.warn("Message {} for {} was not taken: {}", message, correlationKey, notTaken.toString());
            return false;
        }
    }
}
