package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.StatementCounters;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened between two statistics of the counters. */
record Window(Counters start, Counters end) {

    /** True when the counters were set to zero in between, so that the window begins later than it should. */
    boolean resetWithin() {
        return end.countingSince().isAfter(start.at());
    }

    /** True when less than half of what the load did is still counted, so that the rest would pass for all. */
    boolean mostlyLost() {
        var whole = Duration.between(start.at(), end.at());
        var counted = Duration.between(end.countingSince(), end.at());
        return resetWithin() && counted.multipliedBy(2).compareTo(whole) < 0;
    }

    boolean evictedWithin() {
        return end.evictions() > start.evictions();
    }

    /** Statements that ran, the one with most time first. */
    List<StatementFacts> statements() {
        Map<Long, StatementCounters> before =
                start.statements().stream().collect(Collectors.toMap(StatementCounters::queryId, Function.identity()));
        List<StatementCounters> deltas = end.statements().stream()
                .map(statement -> statement.since(before.get(statement.queryId())))
                .filter(statement -> statement.calls() > 0)
                .sorted(Comparator.comparingDouble(StatementCounters::totalMs).reversed())
                .toList();
        double total = deltas.stream().mapToDouble(StatementCounters::totalMs).sum();
        return deltas.stream().map(delta -> facts(delta, total)).toList();
    }

    List<TableFacts> tables() {
        Map<String, TableFacts> before = start.tables().stream()
                .collect(Collectors.toMap(table -> table.schema() + "." + table.name(), Function.identity()));
        return end.tables().stream()
                .map(table -> before.get(table.schema() + "." + table.name()) instanceof TableFacts was
                        ? table.since(was)
                        : table)
                .toList();
    }

    List<IndexFacts> indexes() {
        Map<String, IndexFacts> before = start.indexes().stream()
                .collect(Collectors.toMap(index -> index.schema() + "." + index.name(), Function.identity()));
        return end.indexes().stream()
                .map(index -> before.get(index.schema() + "." + index.name()) instanceof IndexFacts was
                        ? index.since(was)
                        : index)
                .toList();
    }

    private static StatementFacts facts(StatementCounters delta, double totalMs) {
        return new StatementFacts(
                delta.queryId(),
                delta.query(),
                delta.calls(),
                delta.totalMs(),
                delta.totalMs() / delta.calls(),
                delta.rows(),
                delta.sharedBlocksHit(),
                delta.sharedBlocksRead(),
                delta.tempBlocks(),
                delta.walBytes(),
                totalMs == 0 ? 0 : delta.totalMs() / totalMs,
                delta.details());
    }
}
