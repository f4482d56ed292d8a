package dev.perfloop.web.approvals;

import dev.perfloop.web.engine.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends again the decisions that the engine has not taken. */
@Component
class DecisionSweeper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DecisionOutboxRepository outbox;
    private final Decisions decisions;
    private final InstantSource clock;

    DecisionSweeper(DecisionOutboxRepository outbox, Decisions decisions, InstantSource clock) {
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** One that is postponed ends the round: the rest would only wait for the same engine. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant now = clock.instant();
        for (var decision : outbox.unsent(now.minus(PATIENCE), now.minus(Decisions.FORGOTTEN))) {
            if (decisions.send(decision) != Delivery.SENT) {
                return;
            }
        }
    }
}
