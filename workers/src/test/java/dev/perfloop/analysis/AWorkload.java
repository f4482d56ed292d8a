package dev.perfloop.analysis;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.ConcretePlans;
import dev.perfloop.profiling.ConcretePlans.ConcretePlan;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.ObservabilityOffers;
import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.Sample;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.StatementPlan;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.constants.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An invented workload of one minute that reads as what happened; what a test does not name did not happen.
 *
 * <pre>{@code
 * AWorkload.missing("p95", 200)
 *     .request("loans", 1000, 100)
 *     .with(AStatement.running(1, "SELECT * FROM loan WHERE member_id = $1").meanMs(80))
 *     .with(ATable.named("public", "loan").rows(1e6, 20_000))
 *     .workload()
 * }</pre>
 */
public final class AWorkload {
    /** How long it lasts. */
    public static final int SECONDS = 60;

    private static final double P95_PER_MEAN = 3;

    private final List<Missed> missed = new ArrayList<>();
    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private final Map<String, Long> driven = new LinkedHashMap<>();
    private final List<AStatement> statements = new ArrayList<>();
    private final List<TableFacts> tables = new ArrayList<>();
    private final List<IndexFacts> indexes = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Long> waits = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<StatementPlan> plans = new ArrayList<>();
    private final List<ConcretePlan> concrete = new ArrayList<>();
    private ServerFacts server = ServerFacts.NONE;
    private CallsPerRequest calls = CallsPerRequest.NONE;
    private JvmFacts jvm = JvmFacts.NONE;
    private HostFacts host = HostFacts.NONE;
    private ObservabilityOffers offers = ObservabilityOffers.NONE;
    private ParameterRights rights = ParameterRights.NONE;

    private AWorkload() {}

    /** All objectives hold. */
    public static AWorkload healthy() {
        return new AWorkload();
    }

    /** An objective of all requests is missed: 1.5 times what is asked, so that a third of the time must go. */
    public static AWorkload missing(String metric, double objective) {
        return healthy().missed("", metric, objective, 1.5 * objective);
    }

    public AWorkload missed(String request, String metric, double objective, double measured) {
        missed.add(new Missed(request, metric, objective, measured));
        return this;
    }

    /** A request that takes that long in the mean and at p50, three times that at p95 and p99. */
    public AWorkload request(String name, long times, double meanMs) {
        driven.put(name, times);
        latencies.put(
                name,
                new Latencies(
                        meanMs,
                        P95_PER_MEAN * meanMs,
                        P95_PER_MEAN * meanMs,
                        meanMs,
                        (double) times / SECONDS,
                        0,
                        times));
        return this;
    }

    public AWorkload with(AStatement statement) {
        statements.add(statement);
        return this;
    }

    public AWorkload with(ATable table) {
        return with(table.facts());
    }

    public AWorkload with(TableFacts table) {
        tables.add(table);
        return this;
    }

    public AWorkload with(IndexFacts index) {
        indexes.add(index);
        return this;
    }

    public AWorkload setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Sampled sessions by what they waited for; "CPU" for nothing. */
    public AWorkload waiting(String event, long sampled) {
        waits.put(event, sampled);
        return this;
    }

    /** One value a second from the start on. */
    public AWorkload sampled(String metric, double... values) {
        for (int i = 0; i < values.length; i++) {
            samples.add(new Sample(metric, Instant.EPOCH.plusSeconds(i), values[i]));
        }
        return this;
    }

    /** @param plan one node in JSON, as {@code EXPLAIN (VERBOSE, FORMAT JSON)} has it under "Plan" */
    public AWorkload plan(long queryId, String plan) {
        plans.add(new StatementPlan(queryId, "GENERIC_PLAN", "[{\"Plan\": " + plan + "}]"));
        return this;
    }

    public AWorkload plan(StatementPlan plan) {
        plans.add(plan);
        return this;
    }

    /** @param plan the same for common values, with what it met */
    public AWorkload analysed(long queryId, String plan) {
        concrete.add(new ConcretePlan(queryId, Draw.COMMON, List.of(), true, "[{\"Plan\": " + plan + "}]"));
        return this;
    }

    public AWorkload server(ServerFacts facts) {
        server = facts;
        return this;
    }

    public AWorkload calls(CallsPerRequest counted) {
        calls = counted;
        return this;
    }

    public AWorkload jvm(JvmFacts facts) {
        jvm = facts;
        return this;
    }

    public AWorkload host(HostFacts facts) {
        host = facts;
        return this;
    }

    public AWorkload offers(ObservabilityOffers made) {
        offers = made;
        return this;
    }

    public AWorkload rights(ParameterRights ours) {
        rights = ours;
        return this;
    }

    public Workload workload() {
        if (driven.isEmpty()) {
            request("list", 1000, 100);
        }
        double databaseMs = statements.stream().mapToDouble(AStatement::totalMs).sum();
        List<StatementFacts> ran =
                statements.stream().map(it -> it.of(databaseMs)).toList();
        var profile = new Profile(
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(SECONDS),
                "18",
                List.copyOf(tables),
                List.copyOf(indexes),
                Map.copyOf(settings),
                Map.copyOf(waits),
                ran);
        return new Workload(
                profile,
                new DrivenLoad(all(), Map.copyOf(latencies), Map.copyOf(driven)),
                new Series(List.copyOf(samples)),
                List.copyOf(missed),
                new Captured(
                        List.copyOf(plans),
                        server,
                        calls,
                        jvm,
                        host,
                        offers,
                        rights,
                        new ConcretePlans(List.copyOf(concrete))));
    }

    private Latencies all() {
        long requests = driven.values().stream().mapToLong(Long::longValue).sum();
        double mean = driven.entrySet().stream()
                        .mapToDouble(
                                entry -> entry.getValue() * of(entry.getKey()).meanMs())
                        .sum()
                / Math.max(1, requests);
        double slowest = Stream.concat(latencies.values().stream(), Stream.of(of("")))
                .mapToDouble(Latencies::p95Ms)
                .max()
                .orElse(0);
        return new Latencies(mean, slowest, slowest, mean, (double) requests / SECONDS, 0, requests);
    }

    private Latencies of(String request) {
        return latencies.getOrDefault(request, new Latencies(0, 0, 0, 0, 0, 0, 0));
    }
}
