package dev.perfloop.profiling.host;

import dev.perfloop.profiling.HostFacts;
import java.util.List;
import java.util.stream.Stream;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** A process and all it started, found by the port it listens on. */
final class Group {
    private final OperatingSystem system;
    private final int root;
    private final ControlGroup limits;
    private final long[] periodsAtStart;
    private final long cpuMillisAtStart;
    private final long began = System.nanoTime();
    private long cpuMillis;
    private long at = began;

    Group(OperatingSystem system, int root) {
        this.system = system;
        this.root = root;
        limits = ControlGroup.of(root);
        periodsAtStart = limits.periods();
        cpuMillisAtStart = cpuMillis();
        cpuMillis = cpuMillisAtStart;
    }

    /** CPUs used since it was asked last. A process that ended meanwhile takes its time with it. */
    double cores() {
        long now = System.nanoTime();
        long used = cpuMillis();
        double cores = Math.max(0, used - cpuMillis) * 1e6 / Math.max(1, now - at);
        cpuMillis = used;
        at = now;
        return cores;
    }

    HostFacts.Processes facts() {
        long[] periods = limits.periods();
        long passed = periods[0] - periodsAtStart[0];
        double cores = Math.max(0, cpuMillis() - cpuMillisAtStart) * 1e6 / Math.max(1, System.nanoTime() - began);
        return new HostFacts.Processes(
                cores,
                processes().stream().mapToLong(OSProcess::getResidentSetSize).sum(),
                limits.cpuLimit(),
                limits.memoryLimit(),
                passed <= 0 ? null : (double) (periods[1] - periodsAtStart[1]) / passed);
    }

    private long cpuMillis() {
        return processes().stream()
                .mapToLong(process -> process.getKernelTime() + process.getUserTime())
                .sum();
    }

    private List<OSProcess> processes() {
        return Stream.concat(
                        Stream.ofNullable(system.getProcess(root)),
                        system.getDescendantProcesses(root, null, null, 0).stream())
                .toList();
    }
}
