package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class CalibrateNoiseWorker {
    record In(RunId runId, int leftOut) {}

    record Out(boolean noiseKnown) {}

    private final Steps steps;
    private final Calibrations calibrations;

    CalibrateNoiseWorker(Steps steps, Calibrations calibrations) {
        this.steps = steps;
        this.calibrations = calibrations;
    }

    @JobWorker(type = JobTypes.CALIBRATE_NOISE, autoComplete = false)
    public void calibrateNoise(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var calibrated = calibrations.calibrate(
                    in.runId(),
                    in.leftOut(),
                    percent -> step.progress(percent, "Comparing alike tests as if something had been changed"));
            step.progress(100, calibrated.words());
            return Outcome.done(new Out(calibrated.noiseKnown()));
        });
    }
}
