package dev.perfloop.web.starts;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** First rows that survive a crash, then the message, again and again until a process instance has claimed the run. */
@Service
public class Starts {
    /**
     * The engine does not keep these messages. A kept start would wait for the target's running instance to end and then
     * start it anew, and while it is kept (up to a minute longer than asked) sending it again is refused.
     */
    private static final Duration NOT_KEPT = Duration.ZERO;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StartRepository rows;
    private final Engine engine;
    private final InstantSource clock;

    Starts(StartRepository rows, Engine engine, InstantSource clock) {
        this.rows = rows;
        this.engine = engine;
        this.clock = clock;
    }

    public void requireTarget(String name) {
        if (!rows.hasTarget(name)) {
            throw Refused.notFound(
                    "There is no target \"" + name + "\".",
                    "GET /api/targets lists what there is; apply a file with: perfloop target apply -f " + name
                            + ".yaml");
        }
    }

    public String nextId() {
        return RunIds.next(clock.instant());
    }

    /**
     * @param besides writes what else belongs to the run, in the same transaction
     * @throws Refused when the target has an active run, or a change is being taken back from it
     */
    public Asked ask(Start start, String by, Runnable besides) {
        return tryToAsk(start, by, besides)
                .orElseThrow(() -> Refused.conflict(
                        "Target \"" + start.target()
                                + "\" has an active run: two loads at once would measure each other.",
                        "Wait until it has ended, or cancel it: perfloop run list"));
    }

    /**
     * Absent when the target has an active run.
     *
     * @throws Refused when a change is being taken back from it
     */
    public Optional<Asked> tryToAsk(Start start, String by, Runnable besides) {
        if (rows.request(start, by, clock.instant(), besides)) {
            return Optional.of(Asked.of(start.runId(), send(start)));
        }
        rows.goingFrom(start.target()).ifPresent(change -> {
            throw Refused.conflict(
                    "Change \"" + change + "\" is being taken back from target \"" + start.target()
                            + "\": a run would measure in between.",
                    "Ask again when that has ended: GET /api/changes/" + change
                            + "/take-back. Where it is stuck, give it up: perfloop run take-back " + change
                            + " --give-up");
        });
        return Optional.empty();
    }

    /** Of a run that was claimed nothing is sent, and that counts as sent. */
    public Delivery sendAgain(String runId) {
        return rows.requested(runId).stream().map(this::send).findFirst().orElse(Delivery.SENT);
    }

    /** One that is postponed ends the round: the rest would only wait for the same engine. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    public void sweep() {
        Instant then = clock.instant().minus(PATIENCE);
        for (var start : rows.requestedBefore(then)) {
            if (send(start) != Delivery.SENT) {
                return;
            }
        }
    }

    private Delivery send(Start start) {
        return engine.publish(
                new EngineMessage(start.message(), start.target(), start.runId(), NOT_KEPT, start.variables()));
    }
}
