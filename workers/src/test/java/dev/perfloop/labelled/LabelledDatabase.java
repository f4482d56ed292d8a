package dev.perfloop.labelled;

import dev.perfloop.analysis.DatabaseFindings;
import dev.perfloop.labelled.Case.Label;
import dev.perfloop.profiling.ObservedDatabase;
import dev.perfloop.support.Database;
import dev.perfloop.support.Vacuumed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database made by SQL that a role of its own works on and that is watched as a target is. */
final class LabelledDatabase implements AutoCloseable {
    /** As often as a load of some seconds would be looked at. */
    private static final int LOOKS = 10;

    private final Connection service;
    private final Connection admin;
    private final JdbcClient jdbc;
    private final ObservedDatabase observed;

    private LabelledDatabase(Connection service, Connection admin, ObservedDatabase observed) {
        this.service = service;
        this.admin = admin;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(admin, true));
        this.observed = observed;
    }

    static LabelledDatabase of(String resource) throws SQLException {
        var source = Database.empty();
        String role = "service_of_" + source.getDatabaseName();
        source.setApplicationName("perfloop");
        var admin = source.getConnection();
        execute(admin, "CREATE EXTENSION pg_trgm");
        execute(admin, "CREATE ROLE " + role + " LOGIN SUPERUSER");
        var asService = Database.sameAs(source, role);
        var service = asService.getConnection();
        execute(service, CaseFile.text(resource));
        execute(service, "SET max_parallel_workers_per_gather = 0");
        Vacuumed.all(service);
        return new LabelledDatabase(service, admin, new ObservedDatabase(admin));
    }

    /** Runs the workload, has it profiled and analysed, and compares what comes of it with the label. */
    Verdict judged(Case labelled) {
        var seen = observed.during(look -> rolledBack(labelled, look));
        var diagnosed = DatabaseFindings.of(seen.profiled(), seen.server());
        List<Advised> advised = diagnosed.findings().stream()
                .filter(it -> it.kind().contains("MISSING_INDEX")
                        || it.kind().equals("UNINDEXED_FOREIGN_KEY")
                        || it.kind().equals("DEFEATED_INDEX"))
                .map(Advised::of)
                .toList();
        return new Comparison(jdbc).of(labelled, advised, diagnosed.refusals());
    }

    /** What is written is counted all the same, and every case finds the data as they were made. */
    private void rolledBack(Case labelled, Runnable look) {
        execute(service, "BEGIN");
        List<String> calls = Calls.of(labelled.workload());
        int between = Math.max(1, calls.size() / LOOKS);
        for (int i = 0; i < calls.size(); i++) {
            execute(service, calls.get(i));
            if (i % between == 0) {
                look.run();
            }
        }
        execute(service, "ROLLBACK");
    }

    /** Share of the workload's blocks and time that the labelled index, or the rewritten statement, saves in reality. */
    List<Truth> truth(Case labelled) {
        var measured = new Measured(service, jdbc);
        List<Truth> truths = new ArrayList<>();
        switch (labelled.label()) {
            case Label.Missing missing -> {
                missing.alternatives().forEach(indexes -> truths.add(measured.with(labelled, indexes)));
                if (!missing.rewrites().isEmpty()) {
                    truths.add(measured.rewritten(labelled, missing));
                }
            }
            case Label.Nothing nothing ->
                nothing.tempting().forEach(index -> truths.add(twice(measured, labelled, index)));
        }
        return truths;
    }

    /** What helps by chance once does not help again. */
    private static Truth twice(Measured measured, Case labelled, String index) {
        var truth = measured.with(labelled, List.of(index));
        return truth.helps() ? truth.least(measured.with(labelled, List.of(index))) : truth;
    }

    static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql.length() > 300 ? sql.substring(0, 300) : sql, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        service.close();
        admin.close();
    }
}
