package dev.perfloop.local.child;

import java.util.List;
import java.util.stream.Stream;

/** How a child shares the processors of this one machine with the others. */
public enum Priority {
    NORMAL(List.of()),
    /**
     * What is measured. Overloaded, it has dozens of processes that want to run; a load generator that has to queue with
     * them starts its arrivals late and measures nothing.
     */
    MEASURED(List.of("nice", "-n", "10"));

    private final List<String> prefix;

    Priority(List<String> prefix) {
        this.prefix = prefix;
    }

    public List<String> of(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }
}
