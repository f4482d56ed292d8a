package dev.perfloop.analysis;

import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The profile seen from the users: how much of their waiting, queues left out, each statement explains. */
public final class Workload {
    private static final double LEAST = 0.001;

    private final Profile profile;
    private final DrivenLoad load;
    private final Series series;
    private final List<Missed> missed;
    private final Captured captured;
    private final double databaseMs;
    private final Worked worked;
    private final List<Gap> gaps;
    private final Map<Long, StatementFacts> statements = new HashMap<>();
    private final Map<String, TableFacts> tables = new HashMap<>();
    private final Map<Long, StatementUse> uses = new ConcurrentHashMap<>();
    private final Plans plans;

    /** @param allMs time all requests took that are too slow for the objective */
    private record Gap(Missed objective, List<String> requests, double allMs) {}

    public Workload(Profile profile, DrivenLoad load, Series series, List<Missed> missed, Captured captured) {
        this.profile = profile;
        this.load = load;
        this.series = series;
        this.missed = missed;
        plans = Plans.of(captured.plans());
        this.captured = captured.with(plans.readable());
        profile.statements().forEach(it -> statements.putIfAbsent(it.queryId(), it));
        profile.tables().forEach(it -> tables.putIfAbsent(it.schema() + "." + it.name(), it));
        databaseMs = profile.statements().stream()
                .mapToDouble(it -> Worked.positive(it.totalMs()))
                .sum();
        worked = Worked.of(load, series, this.captured, databaseMs, seconds());
        gaps = missed.stream().map(this::gap).toList();
    }

    Workload(Profile profile, DrivenLoad load, Series series, List<Missed> missed) {
        this(profile, load, series, missed, Captured.NOTHING);
    }

    public Profile profile() {
        return profile;
    }

    public DrivenLoad load() {
        return load;
    }

    public Series series() {
        return series;
    }

    public List<Missed> missed() {
        return missed;
    }

    public Captured captured() {
        return captured;
    }

    /** How long the profile was taken. */
    public double seconds() {
        return Math.max(0, Duration.between(profile.from(), profile.to()).toMillis() / 1000.0);
    }

    public Optional<StatementFacts> statement(long queryId) {
        return Optional.ofNullable(statements.get(queryId));
    }

    public Optional<TableFacts> table(@Nullable String schema, @Nullable String name) {
        return Optional.ofNullable(tables.get(schema + "." + name));
    }

    /** Plans by the statements' ids, each read once; those that cannot be read are left out here and of what was captured. */
    public Map<Long, PlanNode> plans() {
        return plans.byStatement();
    }

    public StatementUse useOf(StatementFacts statement) {
        return uses.computeIfAbsent(statement.queryId(), id -> StatementUse.of(statement, load, captured.calls()));
    }

    /** False for a statement that is a thousandth of no gap, whichever requests run it: not worth finding out. */
    public boolean mayMatter(StatementFacts statement) {
        double smallest = gaps.stream().mapToDouble(Gap::allMs).min().orElse(0);
        return statement.dbTimeShare() >= LEAST || statement.totalMs() >= LEAST * smallest;
    }

    /** Milliseconds all statements of the service took. */
    public double databaseMs() {
        return databaseMs;
    }

    public double poolWaitMs() {
        return worked.poolWaitMs();
    }

    /** Time in which requests were inside the service, in milliseconds: queueing for a thread left out. */
    public double insideMs() {
        return Worked.insideMs(load.requestMs(), captured.jvm(), seconds());
    }

    /** Time in which requests were worked on, in milliseconds: waiting for a connection left out. */
    public double serviceMs() {
        return worked.allMs();
    }

    /** The same for the requests of one kind. */
    public double serviceMs(String request) {
        return worked.ms(request);
    }

    /** Share of that time that was spent in the database, 0 to 1. */
    public double databaseShare() {
        double service = serviceMs();
        return service <= 0 ? 0 : Math.min(1, databaseMs / service);
    }

    public boolean objectivesMet() {
        return missed.isEmpty();
    }

    /**
     * Share of the gap to the missed objectives that would close if this share of the statement's time went away, 0 to 100.
     * The largest over the missed objectives.
     *
     * @param removable may be above 1 where time beside the execution goes as well, such as planning
     */
    public double impactOf(StatementFacts statement, double removable) {
        var use = useOf(statement);
        return largest(gap -> explained(statement, use, gap) * Worked.positive(removable));
    }

    /** The same for milliseconds of waiting that are spread over these requests; over all of them when there are none. */
    public double impactOf(double milliseconds, Collection<String> requests) {
        return largest(gap -> {
            boolean hit = requests.isEmpty() || gap.requests().stream().anyMatch(requests::contains);
            double all = requests.isEmpty() ? serviceMs() : gap.allMs();
            return !hit || all <= 0 ? 0 : Worked.positive(milliseconds) / all;
        });
    }

    /** Share, 0 to 1, that time outside the database has in the gap. */
    public double impactOutsideDatabase() {
        return largest(gap -> 1 - databaseShare()) / 100;
    }

    private double largest(ToDoubleFunction<Gap> share) {
        return 100
                * gaps.stream()
                        .mapToDouble(gap -> Math.min(
                                1,
                                Worked.positive(share.applyAsDouble(gap))
                                        / gap.objective().gapShare()))
                        .max()
                        .orElse(0);
    }

    private double explained(StatementFacts statement, StatementUse use, Gap gap) {
        if (use.perRequest().isEmpty() || gap.allMs() <= 0) {
            return databaseShare() * statement.dbTimeShare();
        }
        double ms = gap.requests().stream()
                .mapToDouble(
                        request -> load.driven().getOrDefault(request, 0L) * use.callsIn(request) * statement.meanMs())
                .sum();
        return Math.min(1, ms / gap.allMs());
    }

    private Gap gap(Missed objective) {
        var requests = slowRequests(objective);
        return new Gap(
                objective,
                requests,
                requests.stream().mapToDouble(this::serviceMs).sum());
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
