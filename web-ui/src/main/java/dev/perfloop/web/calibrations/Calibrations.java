package dev.perfloop.web.calibrations;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.starts.Asked;
import dev.perfloop.web.starts.Intensity;
import dev.perfloop.web.starts.Start;
import dev.perfloop.web.starts.Starts;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks how much alike load tests of a target differ. */
@Service
class Calibrations {
    private final CalibrationRepository rows;
    private final Starts starts;
    private final InstantSource clock;

    Calibrations(CalibrationRepository rows, Starts starts, InstantSource clock) {
        this.rows = rows;
        this.starts = starts;
        this.clock = clock;
    }

    Asked ask(String target, CalibrationWish wish, String by) {
        starts.requireTarget(target);
        String id = starts.nextId();
        var variables = new CalibrationVariables(target, id, wish.intensity(), wish.tests());
        return starts.ask(
                new Start(Messages.CALIBRATION_REQUESTED, target, id, wish.intensity(), variables),
                by,
                () -> rows.want(id, wish.tests()));
    }

    Optional<CalibrationView> latest(String target) {
        starts.requireTarget(target);
        return rows.latest(target, clock.instant());
    }

    Optional<CalibrationView> find(String runId) {
        return rows.find(runId, clock.instant());
    }

    record CalibrationVariables(String target, String runId, Intensity intensity, int tests) {}
}
