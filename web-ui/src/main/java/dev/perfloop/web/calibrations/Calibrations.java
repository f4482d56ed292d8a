package dev.perfloop.web.calibrations;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.calibrations.CalibrationWish.Intensity;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.RunIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks how much alike load tests of a target differ: first rows that survive a crash, then the message. */
@Service
class Calibrations {
    /** As with a run: what finds no receiver is sent again by the sweeper. */
    private static final Duration NOT_KEPT = Duration.ZERO;

    private final CalibrationOutboxRepository outbox;
    private final CalibrationRepository rows;
    private final Engine engine;
    private final InstantSource clock;

    Calibrations(CalibrationOutboxRepository outbox, CalibrationRepository rows, Engine engine, InstantSource clock) {
        this.outbox = outbox;
        this.rows = rows;
        this.engine = engine;
        this.clock = clock;
    }

    Asked ask(String target, CalibrationWish wish, String by) {
        requireTarget(target);
        String id = RunIds.next(clock.instant());
        if (!outbox.request(id, target, wish, by, clock.instant())) {
            throw Refused.conflict(
                    "Target \"" + target + "\" has an active run: two loads at once would measure each other.",
                    "Wait until it has ended, or cancel it: perfloop run list");
        }
        return new Asked(id, send(new CalibrationVariables(target, id, wish.intensity(), wish.tests())));
    }

    Optional<CalibrationView> latest(String target) {
        requireTarget(target);
        return rows.latest(target, clock.instant());
    }

    Optional<CalibrationView> find(String runId) {
        return rows.find(runId, clock.instant());
    }

    Delivery send(CalibrationVariables calibration) {
        return engine.publish(new EngineMessage(
                Messages.CALIBRATION_REQUESTED, calibration.target(), calibration.runId(), NOT_KEPT, calibration));
    }

    private void requireTarget(String target) {
        if (!outbox.hasTarget(target)) {
            throw Refused.notFound("There is no target \"" + target + "\".", "GET /api/targets lists what there is.");
        }
    }

    record Asked(String runId, Delivery delivery) {}

    record CalibrationVariables(String target, String runId, Intensity intensity, int tests) {}
}
