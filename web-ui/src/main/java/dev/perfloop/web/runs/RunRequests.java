package dev.perfloop.web.runs;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts and cancels: first a row that survives a crash, then the message. */
@Service
class RunRequests {
    /**
     * The engine does not keep these messages. A kept start would wait for the target's running instance to end and then
     * start it anew, and while it is kept (up to a minute longer than asked) sending it again is refused; a kept
     * cancellation could hit the target's next run. What finds no receiver is sent again by the sweeper.
     */
    private static final Duration NOT_KEPT = Duration.ZERO;

    private final RunRepository runs;
    private final RunOutboxRepository outbox;
    private final Engine engine;
    private final InstantSource clock;

    RunRequests(RunRepository runs, RunOutboxRepository outbox, Engine engine, InstantSource clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.engine = engine;
        this.clock = clock;
    }

    /** Starting twice for one target gives one run. */
    Started start(String target, Intensity intensity, String by) {
        if (!outbox.hasTarget(target)) {
            throw Refused.notFound(
                    "There is no target \"" + target + "\".",
                    "GET /api/targets lists what there is; apply a file with: perfloop target apply -f " + target
                            + ".yaml");
        }
        String id = RunIds.next(clock.instant());
        boolean isNew = outbox.request(id, target, intensity, by, clock.instant());
        if (!isNew) {
            return runs.activeOf(target)
                    .map(active -> new Started(aRunOfTheLoop(active), false, sentAlready(active)))
                    // It ended between the two questions, so there is room again.
                    .orElseGet(() -> start(target, intensity, by));
        }
        Delivery delivery = send(new StartVariables(target, id, intensity));
        return new Started(runs.find(id).orElseThrow(), true, delivery);
    }

    private static RunView aRunOfTheLoop(RunView active) {
        if (active.gate() || active.calibration()) {
            throw Refused.conflict(
                    "The " + (active.gate() ? "gate" : "calibration") + " \"" + active.id()
                            + "\" is measuring target \"" + active.target() + "\".",
                    "Wait until it has ended, or cancel it: perfloop run cancel " + active.id());
        }
        return active;
    }

    /** One that nobody has taken yet may have been postponed: asking again is harmless, and the answer is true. */
    private Delivery sentAlready(RunView active) {
        return active.status().equals("REQUESTED")
                ? send(new StartVariables(active.target(), active.id(), Intensity.valueOf(active.intensity())))
                : Delivery.SENT;
    }

    Delivery send(StartVariables start) {
        return engine.publish(
                new EngineMessage(Messages.OPTIMIZATION_REQUESTED, start.target(), start.runId(), NOT_KEPT, start));
    }

    Delivery cancel(String id, String by) {
        RunView run = runs.find(id).orElseThrow(() -> KnownRuns.unknown(id));
        if (run.status().equals("ENDED")) {
            throw Refused.conflict(
                    "Run \"" + id + "\" has ended already.",
                    "There is nothing to cancel; GET /api/runs/" + id + "/summary.");
        }
        outbox.cancel(id, by, clock.instant());
        // Nobody works on it yet. The message is sent all the same, for an instance that is about to.
        outbox.endUnclaimed(id, clock.instant());
        return send(new Cancellation(id, run.target(), run.processInstanceKey()));
    }

    /** Ends a run whose process instance somebody terminated: nobody is left to end it, and it would block its target. */
    void endIfAbandoned(Cancellation cancellation) {
        String key = cancellation.processInstanceKey();
        if (key != null && engine.isGone(Long.parseLong(key))) {
            outbox.endAbandoned(cancellation.runId(), clock.instant());
        }
    }

    /** Sent again until the run has ended. */
    Delivery send(Cancellation cancellation) {
        Delivery delivery = engine.publish(new EngineMessage(
                Messages.CANCEL_REQUESTED, cancellation.target(), null, NOT_KEPT, new CancelVariables()));
        if (delivery == Delivery.SENT) {
            outbox.cancellationSent(cancellation.runId(), clock.instant());
        }
        return delivery;
    }

    record Started(RunView run, boolean isNew, Delivery delivery) {}

    record StartVariables(String target, String runId, Intensity intensity) {}

    record Cancellation(
            String runId, String target, @Nullable String processInstanceKey) {}

    record CancelVariables() {}
}
