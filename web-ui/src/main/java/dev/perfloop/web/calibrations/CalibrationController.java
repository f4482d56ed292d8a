package dev.perfloop.web.calibrations;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Asked;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalibrationController {
    private final Calibrations calibrations;

    CalibrationController(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    /** The calibration is a run of its own: its steps and events are those of the run. */
    @PostMapping("/api/targets/{target}/calibration")
    ResponseEntity<Asked> ask(
            @PathVariable String target, @Validated @RequestBody CalibrationWish wish, Authentication who) {
        return ResponseEntity.status(HttpStatus.CREATED).body(calibrations.ask(target, wish, who.getName()));
    }

    /** The newest one that found something. */
    @GetMapping("/api/targets/{target}/calibration")
    CalibrationView latest(@PathVariable String target) {
        return calibrations
                .latest(target)
                .orElseThrow(() -> Refused.notFound(
                        "Target \"" + target + "\" was never calibrated.",
                        "Measure its noise with: perfloop calibrate --target " + target));
    }

    @GetMapping("/api/runs/{id}/calibration")
    CalibrationView calibration(@PathVariable String id) {
        return calibrations
                .find(id)
                .orElseThrow(() -> Refused.notFound(
                        "Run \"" + id + "\" is no calibration.",
                        "POST /api/targets/{target}/calibration asks for one; GET /api/runs lists the runs."));
    }
}
