package dev.perfloop.analysis;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import java.util.Map;

/**
 * The profile seen from the users: how much of their waiting each statement explains.
 *
 * <p>Waiting for a connection is a consequence of what the connections are held for, so it is taken off before shares are
 * formed; a saturated pool would otherwise hide the statements that saturate it.
 */
public record Workload(Profile profile, DrivenLoad load, Series series, List<Missed> missed, Captured captured) {

    Workload(Profile profile, DrivenLoad load, Series series, List<Missed> missed) {
        this(profile, load, series, missed, Captured.NOTHING);
    }

    /** Milliseconds all statements of the service took. */
    public double databaseMs() {
        return profile.statements().stream()
                .mapToDouble(StatementFacts::totalMs)
                .sum();
    }

    public double poolWaitMs() {
        return series.increase(Metrics.POOL_WAIT_SECONDS_TOTAL) * 1000;
    }

    /** Time in which requests were worked on, in milliseconds: waiting for a connection left out. */
    public double serviceMs() {
        return Math.max(databaseMs(), load.requestMs() - poolWaitMs());
    }

    /** Share of that time that was spent in the database, 0 to 1. */
    public double databaseShare() {
        double service = serviceMs();
        return service <= 0 ? 0 : Math.min(1, databaseMs() / service);
    }

    public boolean objectivesMet() {
        return missed.isEmpty();
    }

    /**
     * Share of the gap to the missed objectives that would close if this share of the statement's time went away, 0 to 100.
     * The largest over the missed objectives.
     */
    public double impactOf(StatementFacts statement, double removable) {
        var match = RequestMatch.of(statement, load);
        return 100
                * missed.stream()
                        .mapToDouble(
                                objective -> explained(statement, match, objective) * removable / objective.gapShare())
                        .map(share -> Math.min(1, share))
                        .max()
                        .orElse(0);
    }

    /** Share, 0 to 1, that time outside the database has in the gap. */
    public double impactOutsideDatabase() {
        double outside = 1 - databaseShare();
        return missed.stream()
                .mapToDouble(objective -> Math.min(1, outside / objective.gapShare()))
                .max()
                .orElse(0);
    }

    private double explained(StatementFacts statement, RequestMatch match, Missed objective) {
        List<String> slow = slowRequests(objective);
        double all = slow.stream().mapToDouble(this::serviceMs).sum();
        List<String> hit = slow.stream().filter(match.requests()::contains).toList();
        if (match.requests().isEmpty() || all <= 0) {
            return databaseShare() * statement.dbTimeShare();
        }
        double ms = hit.stream()
                .mapToDouble(
                        request -> load.driven().getOrDefault(request, 0L) * match.perRequest() * statement.meanMs())
                .sum();
        return Math.min(1, ms / all);
    }

    private double serviceMs(String request) {
        double share = load.requestMs() <= 0 ? 1 : Math.min(1, serviceMs() / load.requestMs());
        return load.driven().getOrDefault(request, 0L) * load.meanMs(request) * share;
    }

    /** The requests an objective is missed by; an overall one by all that are slower than it allows. */
    private List<String> slowRequests(Missed objective) {
        if (!objective.request().isEmpty()) {
            return List.of(objective.request());
        }
        var slow = load.requests().entrySet().stream()
                .filter(entry ->
                        objective.isLatency() && latency(entry.getValue(), objective.metric()) > objective.objective())
                .map(Map.Entry::getKey)
                .toList();
        return slow.isEmpty() ? List.copyOf(load.driven().keySet()) : slow;
    }

    private static double latency(Latencies latencies, String metric) {
        return switch (metric) {
            case "p50" -> latencies.p50Ms();
            case "p99" -> latencies.p99Ms();
            default -> latencies.p95Ms();
        };
    }
}
