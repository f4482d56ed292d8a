package dev.perfloop.camunda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what is said about steps. */
final class Heard implements StepListener {
    final List<String> words = new CopyOnWriteArrayList<>();

    @Override
    public void started(Step step) {
        words.add("started " + step.runId());
    }

    @Override
    public void progressed(Step step, @Nullable Integer percent, String message) {
        words.add(percent + " % " + message);
    }

    @Override
    public void ended(Step step, End end, String message) {
        words.add((end + " " + message).strip());
    }
}
