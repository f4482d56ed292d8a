package dev.perfloop.tpch;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.faults.CpuTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLState;

/** Builds indexes for real, runs each statement on one connection with a warm cache, and drops them again. */
final class Measurement {
    private static final int RUNS = 3;
    /** What takes longer is run once more and no further. */
    private static final double LONG_MS = 5_000;

    /**
     * @param ms    median of each statement's runs; what was cut off counts with the time it was given
     * @param cpu   seconds of the server process for all statements once; the time where that cannot be read
     * @param bytes of each index, in the order they were asked for
     */
    record Result(List<Double> ms, double cpu, List<Double> bytes) {
        double totalMs() {
            return ms.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private record Run(double ms, double cpu) {}

    private final TpchServer server;
    private final List<TpchStatement> statements;
    private final int longestSeconds;

    Measurement(TpchServer server, List<TpchStatement> statements, int longestSeconds) {
        this.server = server;
        this.statements = statements;
        this.longestSeconds = longestSeconds;
    }

    Result of(List<CreateIndex> indexes) throws SQLException {
        try (var connection = server.connect();
                var session = connection.createStatement()) {
            List<Double> bytes = build(session, indexes);
            try {
                session.execute("SET statement_timeout = '" + longestSeconds + "s'");
                return run(connection, bytes);
            } finally {
                session.execute("SET statement_timeout = 0");
                drop(session);
            }
        }
    }

    private Result run(Connection connection, List<Double> bytes) throws SQLException {
        int server = pid(connection);
        List<Double> ms = new ArrayList<>();
        double cpu = 0;
        for (var statement : statements) {
            run(connection, statement, server);
            List<Run> runs = new ArrayList<>();
            do {
                runs.add(run(connection, statement, server));
            } while (runs.size() < RUNS && runs.getLast().ms() < LONG_MS);
            double[] times = runs.stream().mapToDouble(Run::ms).sorted().toArray();
            ms.add(times[times.length / 2]);
            cpu += runs.stream().mapToDouble(Run::cpu).average().orElse(0);
        }
        return new Result(ms, cpu, bytes);
    }

    private Run run(Connection connection, TpchStatement statement, int server) throws SQLException {
        double before = cpu(server);
        long start = System.nanoTime();
        try (var session = connection.createStatement();
                var rows = session.executeQuery(statement.sql())) {
            while (rows.next()) {
                rows.getString(1);
            }
        } catch (SQLException failure) {
            if (!PSQLState.QUERY_CANCELED.getState().equals(failure.getSQLState())) {
                throw failure;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double after = cpu(server);
        return new Run(1000 * seconds, Double.isNaN(before) ? seconds : after - before);
    }

    /** NaN where the server runs on another machine. */
    private static double cpu(int server) {
        return Files.exists(Path.of("/proc", String.valueOf(server), "stat"))
                ? new CpuTime(server).seconds()
                : Double.NaN;
    }

    private static int pid(Connection connection) throws SQLException {
        try (var session = connection.createStatement();
                var answer = session.executeQuery("SELECT pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static List<Double> build(Statement session, List<CreateIndex> indexes) throws SQLException {
        drop(session);
        List<Double> bytes = new ArrayList<>();
        for (var index : indexes) {
            session.execute(index.pretended());
            try (var size =
                    session.executeQuery("SELECT pg_relation_size(max(indexrelid::bigint)::oid) FROM pg_index")) {
                size.next();
                bytes.add(size.getDouble(1));
            }
        }
        return bytes;
    }

    /** Every index that is not a key's. */
    private static void drop(Statement session) throws SQLException {
        session.execute("""
                DO $$
                DECLARE it regclass;
                BEGIN
                    FOR it IN SELECT i.indexrelid FROM pg_index i
                              JOIN pg_class c ON c.oid = i.indrelid
                              WHERE c.relnamespace = 'public'::regnamespace
                                AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
                    LOOP
                        EXECUTE 'DROP INDEX ' || it;
                    END LOOP;
                END $$""");
    }
}
