package dev.perfloop.analysis;

import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether a work_mem fits the server's memory when every session runs the plan that sorts and hashes most. The server takes it
 * once for each such node and parallel worker, hashes hash_mem_multiplier times, and nothing bounds the sum (PostgreSQL manual, 19.4.1).
 */
final class MemoryGuard {
    /** Of the memory that shared_buffers leaves; the page cache lives on the rest. */
    private static final double SHARE = 0.5;

    private static final double GB = 1 << 30;
    private static final long DEFAULT_CACHE_BLOCKS = 524_288;
    private static final Set<String> SORTS = Set.of("Sort", "Incremental Sort", "WindowAgg", "Materialize", "CTE Scan");
    private static final Set<String> HASHES = Set.of("Hash", "Aggregate", "Memoize", "SetOp");

    private final Workload workload;
    private final Map<String, String> settings;

    MemoryGuard(Workload workload) {
        this.workload = workload;
        this.settings = workload.profile().settings();
    }

    /** Why it must not be set unasked; empty when it fits. */
    Optional<String> against(long workMemBytes) {
        double nodes = workload.plans().values().stream()
                .mapToDouble(plan -> shares(plan) * processes(plan))
                .max()
                .orElse(1);
        double worst = workMemBytes * connections() * Math.max(1, nodes);
        String sum = String.format(
                Locale.ROOT,
                "%.0f sessions that take it %.0f times each need up to %.1f GB",
                connections(),
                Math.max(1, nodes),
                worst / GB);
        var memory = memory();
        if (memory.isEmpty()) {
            return Optional.of(
                    sum
                            + ", and how much memory the server has is not known: set effective_cache_size to what it can cache");
        }
        double free = SHARE * (memory.getAsLong() - blocks("shared_buffers").orElse(0));
        return worst <= free
                ? Optional.empty()
                : Optional.of(sum
                        + String.format(
                                Locale.ROOT,
                                ", and of %.1f GB no more than %.1f GB may go there",
                                memory.getAsLong() / GB,
                                Math.max(0, free) / GB));
    }

    /** Of its container, or its machine, or as its owner tells the planner. */
    private OptionalLong memory() {
        var host = workload.captured().host();
        if (host.database() != null && host.database().memoryLimit() instanceof Long limit) {
            return OptionalLong.of(host.memoryBytes() > 0 ? Math.min(limit, host.memoryBytes()) : limit);
        }
        if (host.database() != null && host.memoryBytes() > 0) {
            return OptionalLong.of(host.memoryBytes());
        }
        var told = number("effective_cache_size");
        return told.isEmpty() || told.getAsLong() == DEFAULT_CACHE_BLOCKS
                ? OptionalLong.empty()
                : blocks("effective_cache_size");
    }

    /** A pool bounds the service's; whoever else was at work beside it counts too. */
    private double connections() {
        double pooled = workload.series().max(Metrics.POOL_MAX_CONNECTIONS).orElse(0);
        return pooled > 0
                ? Math.max(
                        pooled, workload.series().max(Metrics.ACTIVE_SESSIONS).orElse(0))
                : number("max_connections").orElse(100);
    }

    private double shares(PlanNode node) {
        double own = SORTS.contains(node.type()) ? 1 : HASHES.contains(node.type()) ? hashes() : 0;
        return own + node.children().stream().mapToDouble(this::shares).sum();
    }

    /** The leader works too. */
    private double processes(PlanNode node) {
        return node.type().startsWith("Gather")
                ? 1 + number("max_parallel_workers_per_gather").orElse(2)
                : node.children().stream().mapToDouble(this::processes).max().orElse(1);
    }

    private double hashes() {
        try {
            return Double.parseDouble(settings.getOrDefault("hash_mem_multiplier", "2"));
        } catch (NumberFormatException notANumber) {
            return 2;
        }
    }

    private OptionalLong blocks(String name) {
        var number = number(name);
        return number.isEmpty()
                ? number
                : OptionalLong.of(number.getAsLong() * number("block_size").orElse(8192));
    }

    private OptionalLong number(String name) {
        try {
            return settings.containsKey(name)
                    ? OptionalLong.of(Long.parseLong(settings.get(name)))
                    : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
