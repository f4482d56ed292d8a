package dev.perfloop.change;

import dev.perfloop.camunda.Step;

/** Who waits for the work: hears how far it has come, and may call it off. */
public interface Progress {
    void at(int percent, String what);

    /** True once somebody else may be at this work: leave it, and end nothing half. */
    boolean calledOff();

    static Progress of(Step step) {
        return new Progress() {
            @Override
            public void at(int percent, String what) {
                step.progress(percent, what);
            }

            @Override
            public boolean calledOff() {
                return step.leaseLost();
            }
        };
    }
}
