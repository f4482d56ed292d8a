package dev.perfloop.web.calibrations;

import dev.perfloop.web.engine.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends again the calibrations that the engine has not taken. */
@Component
class CalibrationSweeper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CalibrationOutboxRepository outbox;
    private final Calibrations calibrations;
    private final InstantSource clock;

    CalibrationSweeper(CalibrationOutboxRepository outbox, Calibrations calibrations, InstantSource clock) {
        this.outbox = outbox;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant then = clock.instant().minus(PATIENCE);
        for (var calibration : outbox.requestedBefore(then)) {
            if (calibrations.send(calibration) != Delivery.SENT) {
                return;
            }
        }
    }
}
