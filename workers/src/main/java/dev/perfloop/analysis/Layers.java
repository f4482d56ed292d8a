package dev.perfloop.analysis;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which layers deserve a closer look: where the inventory points, and where the cause of what it points to may lie. A database
 * that takes most of the time may be asked the wrong questions, or the same one too often, and that is the service's doing.
 */
record Layers(Workload workload, List<Bottleneck> bottlenecks) {
    /** Of the requests' time; less than a tenth cannot close a gap that matters. */
    private static final double SHARE = 0.1;

    /** A request that asks so often may be asking one row at a time. */
    private static final double CALLS_PER_REQUEST = 3;

    private static final double READ_OFTEN = 0.05;
    private static final int OFTEN = 20;

    /** Answers wait for the CPU well before it is full. */
    private static final double BUSY_CPU = 0.7;

    List<Layer> worthALook() {
        if (bottlenecks.isEmpty()) {
            return List.of();
        }
        Set<Layer> layers = new LinkedHashSet<>();
        bottlenecks.stream().filter(Bottleneck::matters).map(Bottleneck::layer).forEach(layers::add);
        boolean unexplained =
                bottlenecks.stream().anyMatch(it -> it.subject().kind().equals("UNEXPLAINED"));
        if (unexplained || database()) {
            layers.add(Layer.DATABASE);
        }
        if (unexplained || application()) {
            layers.add(Layer.APPLICATION);
        }
        if (unexplained || caching()) {
            layers.add(Layer.CACHING);
        }
        if (unexplained || infrastructure()) {
            layers.add(Layer.INFRASTRUCTURE);
        }
        return new ArrayList<>(layers);
    }

    private boolean database() {
        var server = workload.captured().server();
        var work = server.work();
        return workload.databaseShare() >= SHARE
                || !server.lockWaits().isEmpty()
                || !server.openTransactions().isEmpty()
                || work != null && work.deadlocks() > 0;
    }

    private boolean application() {
        long calls = workload.profile().statements().stream()
                .mapToLong(StatementFacts::calls)
                .sum();
        return workload.databaseShare() < 1 - SHARE
                || calls >= CALLS_PER_REQUEST * workload.load().drivenTotal()
                || workload.series().mean(Metrics.POOL_PENDING_THREADS).orElse(0) >= 1
                || mean(Metrics.PROCESS_CPU_SHARE) >= BUSY_CPU;
    }

    private boolean caching() {
        return workload.databaseShare() >= SHARE
                && workload.profile().statements().stream()
                        .anyMatch(it -> it.calls() >= OFTEN && it.dbTimeShare() >= READ_OFTEN);
    }

    /** Nobody who cannot see the CPU can say that it is free. */
    private boolean infrastructure() {
        return workload.series().machineCpuShare().orElse(1) >= BUSY_CPU || mean(Metrics.PROCESS_CPU_SHARE) >= BUSY_CPU;
    }

    private double mean(String metric) {
        return workload.series().mean(metric).orElse(0);
    }
}
