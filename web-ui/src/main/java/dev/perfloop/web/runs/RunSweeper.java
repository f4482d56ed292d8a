package dev.perfloop.web.runs;

import dev.perfloop.web.engine.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends again what the engine has not taken: it was away, restarted, or had no model deployed yet. */
@Component
class RunSweeper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunOutboxRepository outbox;
    private final RunRequests requests;
    private final InstantSource clock;

    RunSweeper(RunOutboxRepository outbox, RunRequests requests, InstantSource clock) {
        this.outbox = outbox;
        this.requests = requests;
        this.clock = clock;
    }

    /** One that is postponed ends the round: the rest would only wait for the same engine. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant then = clock.instant().minus(PATIENCE);
        for (var run : outbox.requestedBefore(then)) {
            if (requests.send(run) != Delivery.SENT) {
                return;
            }
        }
        for (var cancellation : outbox.cancellationsOpenSince(then)) {
            if (requests.send(cancellation) != Delivery.SENT) {
                return;
            }
            requests.endIfAbandoned(cancellation);
        }
    }
}
