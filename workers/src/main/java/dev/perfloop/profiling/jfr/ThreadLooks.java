package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts.Group;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the threads now and then: how many of each pool are at work. Events cannot tell, as one that is idle sends none. */
final class ThreadLooks {
    /** Deep enough to see a worker of the usual pools wait for work, and no deeper, as it stops all threads. */
    private static final int DEPTH = 12;

    private static final int MOST_GROUPS = 50;
    private static final Set<String> IDLE = Set.of(
            "getTask",
            "awaitWork",
            "idleJobPoll",
            "runWorker0",
            "safeRun",
            "deactivate",
            "awaitAvailableWork",
            "reservedWait");

    private static final class Count {
        private int most;
        private long busy;
        private int full;
        private int looks;
    }

    private final Map<String, Count> groups = new HashMap<>();

    synchronized void look(ThreadMXBean threads) {
        Map<String, int[]> now = new HashMap<>();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds(), DEPTH)) {
            if (info != null && !info.getThreadName().startsWith("RMI")) {
                int[] counts = now.computeIfAbsent(Stack.group(info.getThreadName()), name -> new int[2]);
                counts[0]++;
                counts[1] += idle(info) ? 0 : 1;
            }
        }
        now.forEach((name, counts) -> {
            if (groups.size() < MOST_GROUPS || groups.containsKey(name)) {
                var count = groups.computeIfAbsent(name, it -> new Count());
                count.looks++;
                count.most = Math.max(count.most, counts[0]);
                count.busy += counts[1];
                count.full += counts[1] == counts[0] && counts[0] >= count.most ? 1 : 0;
            }
        });
    }

    private static boolean idle(ThreadInfo info) {
        var stack = info.getStackTrace();
        boolean parked = stack.length > 0
                && info.getThreadState() != Thread.State.RUNNABLE
                && info.getThreadState() != Thread.State.BLOCKED;
        for (var frame : stack) {
            if (parked && IDLE.contains(frame.getMethodName())) {
                return true;
            }
        }
        return false;
    }

    /** Pools of more than one thread. */
    synchronized List<Group> groups() {
        List<Group> found = new ArrayList<>();
        groups.forEach((name, count) -> {
            if (count.most > 1) {
                found.add(new Group(
                        name,
                        count.most,
                        (double) count.busy / count.looks,
                        (double) count.full / count.looks,
                        count.looks));
            }
        });
        found.sort(Comparator.comparingInt(Group::threads).reversed().thenComparing(Group::name));
        return found;
    }
}
