package dev.perfloop.web.gates;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.RunIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks whether a target still holds what was verified: first rows that survive a crash, then the message. */
@Service
class Gates {
    /** As with a run: what finds no receiver is sent again by the sweeper. */
    private static final Duration NOT_KEPT = Duration.ZERO;

    private final GateOutboxRepository outbox;
    private final Engine engine;
    private final InstantSource clock;

    Gates(GateOutboxRepository outbox, Engine engine, InstantSource clock) {
        this.outbox = outbox;
        this.engine = engine;
        this.clock = clock;
    }

    Asked ask(String target, Intensity intensity, boolean allProfiles, String by) {
        if (!outbox.hasTarget(target)) {
            throw Refused.notFound("There is no target \"" + target + "\".", "GET /api/targets lists what there is.");
        }
        String id = RunIds.next(clock.instant());
        List<String> profiles = intensity.profiles(allProfiles);
        return switch (outbox.request(id, target, intensity, profiles, by, clock.instant())) {
            case ASKED -> new Asked(id, send(GateVariables.of(target, id, intensity, profiles)));
            case NO_GUARDS ->
                throw Refused.conflict(
                        "Target \"" + target + "\" has no guards yet for " + String.join(", ", profiles)
                                + ", so there is nothing that a gate could hold it to.",
                        "Guards are set when a run keeps a proven improvement: perfloop run start --target " + target
                                + " --follow");
            case BUSY ->
                throw Refused.conflict(
                        "Target \"" + target + "\" has an active run: two loads at once would measure each other.",
                        "Wait until it has ended, or cancel it: perfloop run list");
        };
    }

    Delivery send(GateVariables gate) {
        return engine.publish(new EngineMessage(Messages.GATE_REQUESTED, gate.target(), gate.runId(), NOT_KEPT, gate));
    }

    record Asked(String runId, Delivery delivery) {}

    /** @param phase for load-validation: PROFILE drives the baseline only, AFTER all profiles */
    record GateVariables(String target, String runId, Intensity intensity, String phase) {
        static GateVariables of(String target, String runId, Intensity intensity, List<String> profiles) {
            return new GateVariables(target, runId, intensity, profiles.size() == 1 ? "PROFILE" : "AFTER");
        }
    }
}
