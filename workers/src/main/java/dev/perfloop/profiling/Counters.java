package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.StatementCounters;
import java.time.Instant;
import java.util.List;

/**
 * The target's counters at one moment.
 *
 * @param countingSince when they were last at zero: a reset, or the start of the server
 * @param evictions     how often statements were thrown out of the statistics for lack of room
 */
record Counters(
        Instant at,
        Instant countingSince,
        long evictions,
        List<StatementCounters> statements,
        List<TableFacts> tables,
        List<IndexFacts> indexes) {

    /** Without the texts and column facts, which only the end of a window needs. */
    Counters slim() {
        return new Counters(
                at,
                countingSince,
                evictions,
                statements.stream().map(StatementCounters::withoutText).toList(),
                tables.stream().map(table -> table.withColumns(List.of())).toList(),
                indexes);
    }
}
