package dev.perfloop.profiling;

import dev.perfloop.profiling.ProfiledDatabase.Profiled;
import dev.perfloop.profiling.postgres.CatalogRepository;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.profiling.postgres.StatementsRepository;
import dev.perfloop.profiling.sent.SeenLiterals;
import dev.perfloop.profiling.server.ReadServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real database that a service works on, read window by window by the code that reads targets. */
public final class ObservedDatabase {
    private static final int MOST_PLANS = 50;

    private final Connection connection;
    private final JdbcClient jdbc;

    /** @param connection as a role that is not the service's, named perfloop as that of the workers is */
    public ObservedDatabase(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    public record Seen(Profiled profiled, ServerFacts server) {}

    /** @param workload is handed what to call now and then, for a look at the sessions */
    public Seen during(Consumer<Runnable> workload) {
        var start = counters();
        var sent = new SeenLiterals(jdbc);
        workload.accept(sent::look);
        var window = new Window(start, counters());
        var settings = new CatalogRepository(jdbc).settings();
        var profile = new Profile(
                start.at(),
                Instant.EPOCH,
                "18",
                window.tables(),
                window.indexes(),
                settings,
                Map.of(),
                window.statements());
        return new Seen(new Profiled(profile, plans(profile, sent.literals())), ReadServer.facts(jdbc));
    }

    private List<StatementPlan> plans(Profile profile, Literals literals) {
        List<StatementPlan> plans = new ArrayList<>();
        int version = Integer.parseInt(profile.settings().getOrDefault("server_version_num", "0"));
        try {
            for (var statement : PlanCapture.heavy(profile.statements(), MOST_PLANS)) {
                connection.setAutoCommit(false);
                String text = ExplainableStatement.of(statement.query()).orElseThrow();
                var explained = new PlanRepository(jdbc).explain(literals.into(statement.queryId(), text), version);
                connection.rollback();
                connection.setAutoCommit(true);
                switch (explained) {
                    case Explained.Plan plan ->
                        plans.add(new StatementPlan(statement.queryId(), plan.how(), plan.json()));
                    case Explained.Impossible impossible ->
                        System.out.println("no plan: " + statement.query() + ": " + impossible.why());
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return plans;
    }

    private Counters counters() {
        var statements = new StatementsRepository(jdbc);
        jdbc.sql("SELECT pg_stat_force_next_flush()").query(Object.class).single();
        return new Counters(
                Instant.EPOCH,
                statements.countingSince("public"),
                statements.evictions("public"),
                statements.counters("public"),
                new CatalogRepository(jdbc).tables(),
                new CatalogRepository(jdbc).indexes());
    }
}
