package dev.perfloop.fingerprint;

import dev.perfloop.camunda.Step;
import dev.perfloop.run.RunId;
import org.springframework.context.ApplicationContext;

/** Drives each request of a run alone, as its worker would. */
public final class CountedCalls {
    private CountedCalls() {}

    public static void count(ApplicationContext rooms, RunId run, Step step) throws InterruptedException {
        rooms.getBean(Fingerprinting.class).take(run, step);
    }
}
