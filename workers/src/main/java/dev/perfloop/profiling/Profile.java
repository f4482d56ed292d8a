package dev.perfloop.profiling;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a target did while the profiling load ran.
 *
 * @param settings planner and memory settings by name, as {@code pg_settings} has them
 * @param waits    how many samples of active sessions waited for what; {@code CPU} when for nothing
 */
public record Profile(
        Instant from,
        Instant to,
        String serverVersion,
        List<TableFacts> tables,
        List<IndexFacts> indexes,
        Map<String, String> settings,
        Map<String, Long> waits,
        List<StatementFacts> statements) {}
