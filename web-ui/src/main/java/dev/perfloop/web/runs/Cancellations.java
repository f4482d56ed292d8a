package dev.perfloop.web.runs;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Cancels: first a row that survives a crash, then the message, again and again until the run has ended. */
@Service
class Cancellations {
    /** A kept one could hit the target's next run. */
    private static final Duration NOT_KEPT = Duration.ZERO;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunRepository runs;
    private final CancellationRepository rows;
    private final Engine engine;
    private final InstantSource clock;

    Cancellations(RunRepository runs, CancellationRepository rows, Engine engine, InstantSource clock) {
        this.runs = runs;
        this.rows = rows;
        this.engine = engine;
        this.clock = clock;
    }

    Delivery cancel(String id, String by) {
        RunView run = runs.find(id).orElseThrow(() -> KnownRuns.unknown(id));
        if (run.status().equals("ENDED")) {
            throw Refused.conflict(
                    "Run \"" + id + "\" has ended already.",
                    "There is nothing to cancel; GET /api/runs/" + id + "/summary.");
        }
        rows.cancel(id, by, clock.instant());
        // Nobody works on it yet. The message is sent all the same, for an instance that is about to.
        rows.endUnclaimed(id, clock.instant());
        return send(new Cancellation(id, run.target(), run.processInstanceKey()));
    }

    /** One that is postponed ends the round: the rest would only wait for the same engine. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant then = clock.instant().minus(PATIENCE);
        for (var cancellation : rows.openSince(then)) {
            if (send(cancellation) != Delivery.SENT) {
                return;
            }
            endIfAbandoned(cancellation);
        }
    }

    private Delivery send(Cancellation cancellation) {
        Delivery delivery = engine.publish(new EngineMessage(
                Messages.CANCEL_REQUESTED, cancellation.target(), null, NOT_KEPT, new CancelVariables()));
        if (delivery == Delivery.SENT) {
            rows.sent(cancellation.runId(), clock.instant());
        }
        return delivery;
    }

    /** Ends a run whose process instance somebody terminated: nobody is left to end it, and it would block its target. */
    private void endIfAbandoned(Cancellation cancellation) {
        String key = cancellation.processInstanceKey();
        if (key != null && engine.isGone(Long.parseLong(key))) {
            rows.endAbandoned(cancellation.runId(), clock.instant());
        }
    }

    record Cancellation(
            String runId, String target, @Nullable String processInstanceKey) {}

    record CancelVariables() {}
}
