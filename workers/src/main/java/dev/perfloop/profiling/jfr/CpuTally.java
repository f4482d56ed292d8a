package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.FlameNode;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Owner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what the CPU was used for. */
final class CpuTally {
    private static final int MOST_KEPT = 2_000;
    private static final int MOST_TOLD = 40;
    private static final List<String> LOGGING = List.of(
            "ch.qos.logback.",
            "org.apache.logging.",
            "org.apache.log4j.",
            "java.util.logging.",
            "org.slf4j.",
            "org.jboss.logging.");

    private record Key(String frame, String entry, String library, Owner owner) {}

    private static final class Count {
        private long samples;
        private long throwing;
        private long logging;
        private final Map<String, Long> leaves = new HashMap<>();
    }

    private final Map<Key, Count> counts = new HashMap<>();
    private final StackTree tree = new StackTree();
    private long samples;

    void add(Stack stack) {
        samples++;
        tree.add(stack.path(), 1);
        var own = stack.own();
        var entry = stack.entry();
        var below = stack.below();
        // Without own code, who was at work is nearer to the truth than who led there.
        var asked = (own == null ? below.reversed() : below)
                .stream().filter(frame -> !frame.library().isEmpty()).findFirst();
        var key = new Key(
                own == null ? "" : own.name(),
                entry == null ? "" : entry.name(),
                asked.map(Frame::library).orElse(""),
                asked.map(Frame::owner).orElse(own == null ? Owner.JDK : Owner.APPLICATION));
        var count = counts.get(key);
        if (count == null) {
            if (counts.size() >= MOST_KEPT) {
                return;
            }
            count = new Count();
            counts.put(key, count);
        }
        count.samples++;
        if (stack.throwing()) {
            count.throwing++;
        }
        if (below.stream().anyMatch(frame -> Codebase.startsWith(frame.type(), LOGGING))) {
            count.logging++;
        }
        if (count.leaves.size() < 100) {
            count.leaves.merge(stack.leaf().name(), 1L, Long::sum);
        }
    }

    long samples() {
        return samples;
    }

    List<HotCode> hot() {
        return counts.entrySet().stream()
                .map(it -> new HotCode(
                        it.getKey().frame(),
                        it.getKey().entry(),
                        it.getKey().library(),
                        it.getKey().owner(),
                        it.getValue().leaves.entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey)
                                .orElse(""),
                        it.getValue().samples,
                        it.getValue().throwing,
                        it.getValue().logging))
                .sorted(Comparator.comparingLong(HotCode::samples).reversed())
                .limit(MOST_TOLD)
                .toList();
    }

    FlameNode flame() {
        return tree.shown("CPU samples");
    }
}
