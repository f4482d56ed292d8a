package dev.perfloop.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the steps of process instances took, seen from outside the engine. A step begins where the work of the one
 * before it was over, or where the instance was asked for: the next job may well come before the end of the last one is
 * acknowledged. Steps in parallel are counted from the latest among them.
 */
final class StepTimes {
    /**
     * Microseconds of each time an element was worked on.
     *
     * @param reached      from the end of the work before until a worker had the job
     * @param acknowledged from the end of the work until the engine had taken it
     */
    record Step(List<Long> reached, List<Long> acknowledged) {}

    private final Map<Integer, Long> lastEnd = new ConcurrentHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();

    void begun(int operation, long nanos) {
        lastEnd.put(operation, nanos);
    }

    /** False for an instance that is not ours. The work is nothing, so it is over as it begins. */
    boolean reached(int operation, String element, long nanos) {
        Long before = lastEnd.replace(operation, nanos);
        if (before == null) {
            return false;
        }
        synchronized (steps) {
            step(element).reached().add((nanos - before) / 1000);
        }
        return true;
    }

    void acknowledged(String element, long tookNanos) {
        synchronized (steps) {
            step(element).acknowledged().add(tookNanos / 1000);
        }
    }

    /** In the order in which each was first reached. */
    Map<String, Step> byElement() {
        synchronized (steps) {
            return new LinkedHashMap<>(steps);
        }
    }

    private Step step(String element) {
        return steps.computeIfAbsent(element, met -> new Step(new ArrayList<>(), new ArrayList<>()));
    }
}
