package dev.perfloop.analysis;

import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.Sample;
import dev.perfloop.profiling.StatementFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Invented workloads for tests of pure judging. */
final class AnalysisFixtures {
    static final double MEAN_MS = 100;

    private AnalysisFixtures() {}

    static StatementFacts statement(long id, long calls, double meanMs, double share) {
        return new StatementFacts(
                id, "SELECT " + id + " WHERE x = $1", calls, calls * meanMs, meanMs, calls, 0, 0, 0, 0, share);
    }

    /** Every request takes 100 ms in the mean, 300 ms at p95. */
    static DrivenLoad load(Map<String, Long> driven) {
        var latencies = new Latencies(80, 300, 400, MEAN_MS, 10, 0, 100);
        return new DrivenLoad(
                latencies, driven.keySet().stream().collect(Collectors.toMap(name -> name, name -> latencies)), driven);
    }

    static Workload workload(DrivenLoad load, List<Missed> missed, List<Sample> samples, StatementFacts... statements) {
        var profile = new Profile(
                Instant.EPOCH, Instant.EPOCH, "18", List.of(), List.of(), Map.of(), Map.of(), List.of(statements));
        return new Workload(profile, load, new Series(samples), missed);
    }
}
