package dev.perfloop.camunda;

/** What a worker does in one step; anything thrown counts as a failure that is retried with back-off. */
@FunctionalInterface
public interface StepWork<V> {
    Outcome work(V variables, Step step) throws Exception;
}
