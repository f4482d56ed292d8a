package dev.perfloop.load;

import dev.perfloop.camunda.Step;

/** The step that ordered a load test. */
record StepWatch(Step step) implements LoadWatch {
    @Override
    public void progress(int percent, String message) {
        step.progress(percent, message);
    }

    @Override
    public boolean cancelled() {
        return step.leaseLost();
    }
}
