package dev.perfloop.camunda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Remembers what is said about steps, unless it is deaf for a while. */
final class Heard implements StepListener {
    final AtomicInteger deaf = new AtomicInteger();
    final List<String> words = new CopyOnWriteArrayList<>();

    @Override
    public int started(Step step) {
        words.add("started " + step.runId());
        return 1;
    }

    @Override
    public void progressed(Step step, @Nullable Integer percent, String message) {
        words.add(percent + " % " + message);
    }

    @Override
    public void ended(Step step, End end, String message) {
        if (deaf.getAndDecrement() > 0) {
            throw new DataAccessResourceFailureException("away");
        }
        words.add((end + " " + message).strip());
    }
}
