package dev.perfloop.web.gates;

import dev.perfloop.web.engine.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends again the gates that the engine has not taken. */
@Component
class GateSweeper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GateOutboxRepository outbox;
    private final Gates gates;
    private final InstantSource clock;

    GateSweeper(GateOutboxRepository outbox, Gates gates, InstantSource clock) {
        this.outbox = outbox;
        this.gates = gates;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant then = clock.instant().minus(PATIENCE);
        for (var gate : outbox.requestedBefore(then)) {
            if (gates.send(gate) != Delivery.SENT) {
                return;
            }
        }
    }
}
