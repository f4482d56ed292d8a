package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.CatalogRepository;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.profiling.postgres.StatementsRepository;
import dev.perfloop.support.Database;
import dev.perfloop.support.Vacuumed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real database with a workload run on it, profiled by the code that profiles targets. */
public final class ProfiledDatabase {
    private final Connection service;
    private final JdbcClient jdbc;
    private final List<String> workload = new ArrayList<>();

    private ProfiledDatabase(Connection service) {
        this.service = service;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(service, true));
    }

    /** Its tables are analysed once the statements have run. */
    public static ProfiledDatabase with(String... statements) {
        try {
            var database = new ProfiledDatabase(Database.empty().getConnection());
            for (String statement : statements) {
                database.execute(statement);
            }
            Vacuumed.all(database.service);
            return database;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The service will run this so often; {@code {i}} is replaced by 1, 2, 3 ... */
    public ProfiledDatabase runs(int times, String sql) {
        for (int i = 1; i <= times; i++) {
            workload.add(sql.replace("{i}", Integer.toString(i)));
        }
        return this;
    }

    public record Profiled(Profile profile, List<StatementPlan> plans) {}

    public Profiled profiled() {
        var start = counters();
        workload.forEach(this::execute);
        var window = new Window(start, counters());
        var settings = new CatalogRepository(jdbc).settings();
        var statements = ofWorkload(window.statements());
        var profile = new Profile(
                start.at(), Instant.EPOCH, "18", window.tables(), window.indexes(), settings, Map.of(), statements);
        return new Profiled(profile, plans(statements));
    }

    /** As a target's file names it. */
    public String url() {
        try {
            return service.getMetaData().getURL();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void alter(String statement) {
        execute(statement);
    }

    /** @param relation as SQL spells it */
    public double size(String relation) {
        return jdbc.sql("SELECT pg_relation_size(to_regclass(:relation))")
                .param("relation", relation)
                .query(Double.class)
                .single();
    }

    private List<StatementPlan> plans(List<StatementFacts> statements) {
        List<StatementPlan> plans = new ArrayList<>();
        for (var statement : statements) {
            execute("BEGIN");
            var explained = new PlanRepository(jdbc)
                    .explain(ExplainableStatement.of(statement.query()).orElseThrow(), 180000);
            execute("ROLLBACK");
            switch (explained) {
                case Explained.Plan plan -> plans.add(new StatementPlan(statement.queryId(), plan.how(), plan.json()));
                case Explained.Impossible impossible ->
                    throw new AssertionError(statement.query() + ": " + impossible.why());
            }
        }
        return plans;
    }

    /** Without the statements of the test itself; their shares are of the rest. */
    private List<StatementFacts> ofWorkload(List<StatementFacts> all) {
        Set<String> shapes = new LinkedHashSet<>();
        workload.forEach(sql -> shapes.add(shape(sql)));
        var kept = all.stream().filter(it -> shapes.contains(shape(it.query()))).toList();
        double total = kept.stream().mapToDouble(StatementFacts::totalMs).sum();
        return kept.stream()
                .map(it -> new StatementFacts(
                        it.queryId(),
                        it.query(),
                        it.calls(),
                        it.totalMs(),
                        it.meanMs(),
                        it.rows(),
                        it.sharedBlocksHit(),
                        it.sharedBlocksRead(),
                        it.tempBlocks(),
                        it.walBytes(),
                        it.totalMs() / total,
                        it.details()))
                .toList();
    }

    private static String shape(String sql) {
        return sql.replaceAll("\\b(?:true|false)\\b", "…")
                .replaceAll("\\(\\$\\d+ /\\*.*?\\*/\\)", "(…)")
                .replaceAll("\\((?:(?:\\d+|'[^']*')(?:,\\s*)?)+\\)", "(…)")
                .replaceAll("\\$\\d+|'[^']*'|\\b\\d+(?:\\.\\d+)?\\b", "…");
    }

    private Counters counters() {
        var statements = new StatementsRepository(jdbc);
        execute("SELECT pg_stat_force_next_flush()");
        return new Counters(
                Instant.EPOCH,
                statements.countingSince("public"),
                statements.evictions("public"),
                statements.counters("public"),
                new CatalogRepository(jdbc).tables(),
                new CatalogRepository(jdbc).indexes());
    }

    private void execute(String sql) {
        try (var statement = service.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
