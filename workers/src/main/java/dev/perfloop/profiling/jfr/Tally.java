package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.AllocationFlame;
import dev.perfloop.profiling.CpuFlame;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Group;
import dev.perfloop.profiling.LockFlame;
import dev.perfloop.profiling.ProfilePart;
import dev.perfloop.profiling.SocketFlame;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/** Sums up events as they come, in bounded memory. */
final class Tally {
    private final Codebase code;
    private final WaitReader reader;
    private final CpuTally cpu = new CpuTally();
    private final WaitTally waits = new WaitTally();
    private final HeapTally heap = new HeapTally();
    private double cpuSum;
    private int cpuSamples;
    private long firstThrown = -1;
    private long lastThrown;

    Tally(Codebase code, Set<String> databases) {
        this.code = code;
        this.reader = new WaitReader(databases);
    }

    void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> {
                var stack = Stack.of(event, event.getThread("sampledThread"), code);
                if (stack != null && !stack.ofOurs()) {
                    cpu.add(stack);
                    waits.deed(stack, "CPU", EventChoice.SAMPLE_MS, "");
                }
            }
            case "jdk.CPULoad" -> {
                cpuSum += event.getFloat("jvmUser") + event.getFloat("jvmSystem");
                cpuSamples++;
            }
            case "jdk.ExceptionStatistics" -> {
                lastThrown = event.getLong("throwables");
                firstThrown = firstThrown < 0 ? lastThrown : firstThrown;
            }
            case "jdk.ObjectAllocationSample" -> {
                var stack = Stack.of(event, thread(event), code);
                if (stack != null && !stack.ofOurs()) {
                    heap.allocated(event, stack);
                }
            }
            case "jdk.GarbageCollection" -> heap.collected(event);
            case "jdk.GCHeapSummary" -> heap.heap(event);
            case "jdk.GCHeapConfiguration" -> heap.configured(event);
            default -> waited(event);
        }
    }

    private void waited(RecordedEvent event) {
        var stack = Stack.of(event, thread(event), code);
        if (stack == null || stack.ofOurs()) {
            return;
        }
        var seen = reader.read(event, stack);
        if (seen != null && !stack.background()) {
            waits.add(seen.kind(), seen.on(), stack, event.getDuration().toNanos() / 1e6);
        }
    }

    private static RecordedThread thread(RecordedEvent event) {
        return event.getThread();
    }

    /** False when no event ever came: the JVM went away, or its recording broke off. */
    boolean alive() {
        return cpuSamples > 0;
    }

    JvmFacts facts(double seconds, String version, int cores, List<Group> groups) {
        return new JvmFacts(
                seconds,
                version,
                cores,
                cpuSamples == 0 ? 0 : cpuSum / cpuSamples,
                cpu.samples(),
                EventChoice.SAMPLE_MS,
                cpu.hot(),
                waits.waits(),
                waits.inside(),
                heap.allocation(seconds),
                heap.garbage(seconds),
                firstThrown < 0 ? 0 : Math.max(0, lastThrown - firstThrown) / seconds,
                groups,
                "",
                "");
    }

    List<ProfilePart> flames() {
        return List.of(
                CpuFlame.of(cpu.flame()),
                AllocationFlame.of(heap.flame()),
                LockFlame.of(waits.lockFlame()),
                SocketFlame.of(waits.socketFlame()));
    }
}
