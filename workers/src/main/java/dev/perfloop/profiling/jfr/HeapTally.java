package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.FlameNode;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Allocation;
import dev.perfloop.profiling.JvmFacts.Garbage;
import dev.perfloop.profiling.JvmFacts.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;

/** Sums what was allocated, where, and what collecting it took. */
final class HeapTally {
    private static final int MOST_KEPT = 2_000;
    private static final int MOST_TOLD = 20;
    private static final int MOST_HEAPS = 10_000;
    private static final long MOST_OF_VIRTUAL = 256L << 20;
    private static final int MOST_THREADS = 10_000;
    private static final double KIB = 1024;
    private static final Map<String, String> PRIMITIVES = Map.of(
            "[B",
            "byte[]",
            "[C",
            "char[]",
            "[I",
            "int[]",
            "[J",
            "long[]",
            "[D",
            "double[]",
            "[F",
            "float[]",
            "[S",
            "short[]",
            "[Z",
            "boolean[]");

    private record Key(String frame, String entry, String type) {}

    private final Map<Key, Double> sites = new HashMap<>();
    private final StackTree tree = new StackTree();
    private final Set<Long> known = new HashSet<>();
    private final List<Double> live = new ArrayList<>();
    private double allocated;
    private double pauseMs;
    private double longestMs;
    private long collections;
    private double maxBytes;
    private String collector = "";

    /**
     * A thread's first sample weighs all that the thread ever allocated, long before the recording; it is left out. That of a
     * virtual thread weighs what its carrier did.
     */
    void allocated(RecordedEvent event, Stack stack) {
        var thread = event.getThread();
        boolean first = thread != null
                && (thread.isVirtual()
                        ? event.getLong("weight") > MOST_OF_VIRTUAL
                        : known.size() < MOST_THREADS && known.add(thread.getId()));
        if (thread == null || first) {
            return;
        }
        double bytes = event.getLong("weight");
        allocated += bytes;
        tree.add(stack.path(), bytes / KIB);
        var own = stack.own();
        var entry = stack.entry();
        var key = new Key(
                own == null ? "" : own.name(),
                entry == null ? "" : entry.name(),
                stack.throwing()
                        ? JvmFacts.STACK_TRACES
                        : type(event.getClass("objectClass").getName()));
        if (sites.size() < MOST_KEPT || sites.containsKey(key)) {
            sites.merge(key, bytes, Double::sum);
        }
    }

    void collected(RecordedEvent event) {
        collections++;
        collector = event.getString("name");
        pauseMs += event.getDuration("sumOfPauses").toNanos() / 1e6;
        longestMs = Math.max(longestMs, event.getDuration("longestPause").toNanos() / 1e6);
    }

    void heap(RecordedEvent event) {
        if ("After GC".equals(event.getString("when")) && live.size() < MOST_HEAPS) {
            live.add((double) event.getLong("heapUsed"));
        }
    }

    void configured(RecordedObject event) {
        maxBytes = event.getLong("maxSize");
    }

    Allocation allocation(double seconds) {
        return new Allocation(
                allocated / seconds,
                sites.entrySet().stream()
                        .map(it -> new Site(
                                it.getKey().frame(),
                                it.getKey().entry(),
                                it.getKey().type(),
                                it.getValue() / seconds))
                        .sorted(Comparator.comparingDouble(Site::bytesPerSecond).reversed())
                        .limit(MOST_TOLD)
                        .toList());
    }

    Garbage garbage(double seconds) {
        return new Garbage(
                collector,
                collections,
                Math.min(1, pauseMs / (1000 * seconds)),
                longestMs,
                live.isEmpty() ? 0 : live.stream().sorted().toList().get(live.size() / 2),
                Math.max(0, maxBytes));
    }

    FlameNode flame() {
        return tree.shown("Allocated, KiB");
    }

    private static String type(String name) {
        if (PRIMITIVES.get(name) instanceof String primitive) {
            return primitive;
        }
        return name.startsWith("[L") ? name.substring(2, name.length() - 1) + "[]" : name.replace('$', '.');
    }
}
