package dev.perfloop.load;

import dev.perfloop.camunda.Remedy;

/** Fewer workers are there than the target wants injectors. */
final class TooFewInjectors extends RuntimeException implements Remedy {
    TooFewInjectors(int wanted, int present) {
        super("%d injectors wanted, %d worker instance%s."
                .formatted(wanted, present, present == 1 ? " answers" : "s answer"));
    }

    @Override
    public String mend() {
        return "Start more workers (each drives perfloop.load.at-once loads at a time), or lower load.injectors.";
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }
}
