package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.FlameNode;
import dev.perfloop.profiling.JvmFacts.Inside;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums what threads waited for. */
final class WaitTally {
    private static final int MOST_KEPT = 2_000;
    private static final int MOST_CONTENDED = 200;
    private static final int MOST_TOLD = 60;

    private record Key(WaitKind kind, String on, String frame, String entry, boolean inTransaction) {}

    private record Deed(String frame, String deed) {}

    private static final class Sum {
        private long times;
        private double ms;
        private double longest;
    }

    private final Map<Key, Sum> sums = new HashMap<>();
    private final Set<String> contended = new HashSet<>();
    private final Map<Deed, Double> inside = new HashMap<>();
    private final StackTree locks = new StackTree();
    private final StackTree sockets = new StackTree();

    void add(WaitKind kind, String on, Stack stack, double ms) {
        var own = stack.own();
        var entry = stack.entry();
        String frame = own == null ? stack.leaf().name() : own.name();
        switch (kind) {
            case MONITOR, LOCK, CONNECTION -> locks.add(stack.path(), ms);
            case DATABASE, DOWNSTREAM -> sockets.add(stack.path(), ms);
            default -> {}
        }
        boolean entering = kind == WaitKind.MONITOR || kind == WaitKind.LOCK;
        if (entering && contended.size() < MOST_CONTENDED) {
            contended.add(frame);
        }
        deed(stack, kind + " " + on, ms, entering ? frame : "");
        var key = new Key(kind, on, frame, entry == null ? "" : entry.name(), stack.inTransaction());
        var sum = sums.get(key);
        if (sum == null) {
            if (sums.size() >= MOST_KEPT) {
                return;
            }
            sum = new Sum();
            sums.put(key, sum);
        }
        sum.times++;
        sum.ms += ms;
        sum.longest = Math.max(sum.longest, ms);
    }

    /** What a thread does inside a method that others wait to enter is what they wait for. */
    void deed(Stack stack, String deed, double ms, String entering) {
        if (contended.isEmpty()) {
            return;
        }
        for (String frame : stack.ownNames()) {
            if (!frame.equals(entering) && contended.contains(frame) && inside.size() < MOST_KEPT) {
                inside.merge(new Deed(frame, deed), ms, Double::sum);
            }
        }
    }

    List<Wait> waits() {
        return sums.entrySet().stream()
                .map(it -> new Wait(
                        it.getKey().kind(),
                        it.getKey().on(),
                        it.getKey().frame(),
                        it.getKey().entry(),
                        it.getKey().inTransaction(),
                        it.getValue().times,
                        it.getValue().ms,
                        it.getValue().longest))
                .sorted(Comparator.comparingDouble(Wait::ms).reversed())
                .limit(MOST_TOLD)
                .toList();
    }

    List<Inside> inside() {
        return inside.entrySet().stream()
                .map(it -> new Inside(it.getKey().frame(), it.getKey().deed(), it.getValue()))
                .sorted(Comparator.comparingDouble(Inside::ms).reversed())
                .limit(MOST_TOLD)
                .toList();
    }

    FlameNode lockFlame() {
        return locks.shown("Waiting for locks and connections, ms");
    }

    FlameNode socketFlame() {
        return sockets.shown("Waiting for answers, ms");
    }
}
