package dev.perfloop.profiling.constants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.constants.Sampled.Concrete;
import dev.perfloop.profiling.constants.Sampled.Impossible;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real database whose statements are given constants in a read-only transaction, as they would be on a target. */
final class Sampling implements AutoCloseable {
    private final Connection connection;
    private final Connection reading;

    private Sampling(DataSource source) throws SQLException {
        connection = source.getConnection();
        reading = source.getConnection();
    }

    static Sampling of(DataSource source, String... statements) throws SQLException {
        var sampling = new Sampling(source);
        sampling.execute(statements);
        sampling.execute("ANALYZE");
        return sampling;
    }

    void execute(String... statements) throws SQLException {
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    Sampled sample(String statement, double rowsPerCall) throws SQLException {
        reading.setReadOnly(true);
        reading.setAutoCommit(false);
        var sampled = new ConstantsRepository(JdbcClient.create(new SingleConnectionDataSource(reading, true)))
                .sample(statement, rowsPerCall);
        reading.rollback();
        return sampled;
    }

    Concrete concrete(String statement) throws SQLException {
        return switch (sample(statement, 0)) {
            case Concrete concrete -> concrete;
            case Impossible impossible -> throw new AssertionError(statement + ": " + impossible.why());
        };
    }

    String impossible(String statement) throws SQLException {
        return switch (sample(statement, 0)) {
            case Concrete concrete -> throw new AssertionError(concrete);
            case Impossible impossible -> impossible.why();
        };
    }

    /** The values of the common draw, each checked to come from somewhere. */
    List<String> common(String statement) throws SQLException {
        var common = concrete(statement).common();
        assertThat(common.constants()).allSatisfy(it -> assertThat(it.from()).isNotNull());
        return common.constants().stream().map(it -> String.valueOf(it.value())).toList();
    }

    /** Rows that a concrete statement gives when it is run. */
    int rows(ConcreteStatement concrete) throws SQLException {
        try (var statement = reading.createStatement()) {
            statement.execute("SET LOCAL search_path = " + concrete.searchPath());
            int rows = 0;
            try (var result = statement.executeQuery(concrete.sql())) {
                while (result.next()) {
                    rows++;
                }
            }
            return rows;
        } finally {
            reading.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        reading.close();
        connection.close();
    }
}
