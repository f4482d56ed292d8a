package dev.perfloop.profiling.host;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** The machine's own counters, as rates since they were read last. */
final class Machine {
    /** What it had done when it was last looked at. */
    private record Counters(
            long[] ticks, Map<String, Disk> disks, long networkBytes, long networkErrors, long swapped, long nanos) {}

    /** @param busyMillis time in which it had work */
    private record Disk(long operations, long bytes, long busyMillis) {}

    private final HardwareAbstractionLayer hardware;
    private Counters last;

    Machine(HardwareAbstractionLayer hardware) {
        this.hardware = hardware;
        last = read();
    }

    int cores() {
        return hardware.getProcessor().getLogicalProcessorCount();
    }

    long memoryBytes() {
        return hardware.getMemory().getTotal();
    }

    List<Sample> sample(Instant at) {
        var now = read();
        double seconds = Math.max(0.001, (now.nanos - last.nanos) / 1e9);
        List<Sample> samples = new ArrayList<>();
        cpu(now, at, samples);
        add(
                samples,
                Metrics.HOST_MEMORY_AVAILABLE_BYTES,
                at,
                hardware.getMemory().getAvailable());
        add(samples, Metrics.HOST_SWAPPED_PAGES_PER_SECOND, at, (now.swapped - last.swapped) / seconds);
        disks(now, seconds, at, samples);
        add(samples, Metrics.NETWORK_BYTES_PER_SECOND, at, (now.networkBytes - last.networkBytes) / seconds);
        add(samples, Metrics.NETWORK_ERRORS_PER_SECOND, at, (now.networkErrors - last.networkErrors) / seconds);
        last = now;
        return samples;
    }

    private void cpu(Counters now, Instant at, List<Sample> samples) {
        long[] ticks = new long[now.ticks.length];
        long all = 0;
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = Math.max(0, now.ticks[i] - last.ticks[i]);
            all += ticks[i];
        }
        if (all == 0) {
            return;
        }
        double idle = (double) ticks[TickType.IDLE.getIndex()] / all;
        double waiting = (double) ticks[TickType.IOWAIT.getIndex()] / all;
        add(samples, Metrics.HOST_CPU_SHARE, at, Math.clamp(1 - idle - waiting, 0, 1));
        add(samples, Metrics.HOST_IO_WAIT_SHARE, at, waiting);
        add(samples, Metrics.HOST_STEAL_SHARE, at, (double) ticks[TickType.STEAL.getIndex()] / all);
    }

    private void disks(Counters now, double seconds, Instant at, List<Sample> samples) {
        long bytes = 0;
        double busiest = 0;
        double service = 0;
        for (var entry : now.disks.entrySet()) {
            var before = last.disks.get(entry.getKey());
            if (before == null) {
                continue;
            }
            var disk = entry.getValue();
            bytes += disk.bytes - before.bytes;
            double busy = (disk.busyMillis - before.busyMillis) / 1000.0 / seconds;
            if (busy >= busiest) {
                busiest = busy;
                service = (double) (disk.busyMillis - before.busyMillis)
                        / Math.max(1, disk.operations - before.operations);
            }
        }
        if (!now.disks.isEmpty()) {
            add(samples, Metrics.DISK_BUSY_SHARE, at, Math.clamp(busiest, 0, 1));
            add(samples, Metrics.DISK_SERVICE_MS, at, service);
            add(samples, Metrics.DISK_BYTES_PER_SECOND, at, bytes / seconds);
        }
    }

    private Counters read() {
        CentralProcessor processor = hardware.getProcessor();
        var networks = hardware.getNetworkIFs();
        var virtual = hardware.getMemory().getVirtualMemory();
        return new Counters(
                processor.getSystemCpuLoadTicks(),
                hardware.getDiskStores().stream()
                        .sorted(Comparator.comparing(HWDiskStore::getName))
                        .collect(Collectors.toMap(
                                HWDiskStore::getName,
                                disk -> new Disk(
                                        disk.getReads() + disk.getWrites(),
                                        disk.getReadBytes() + disk.getWriteBytes(),
                                        disk.getTransferTime()),
                                (one, same) -> one)),
                networks.stream()
                        .mapToLong(it -> it.getBytesRecv() + it.getBytesSent())
                        .sum(),
                networks.stream().mapToLong(Machine::errors).sum(),
                virtual.getSwapPagesIn() + virtual.getSwapPagesOut(),
                System.nanoTime());
    }

    private static long errors(NetworkIF network) {
        return network.getInErrors() + network.getOutErrors() + network.getInDrops();
    }

    private static void add(List<Sample> samples, String metric, Instant at, double value) {
        samples.add(new Sample(metric, at, Math.max(0, value)));
    }
}
