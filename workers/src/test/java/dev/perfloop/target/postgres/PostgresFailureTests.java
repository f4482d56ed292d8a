package dev.perfloop.target.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.target.DatabaseAccess;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetUnavailable;
import java.io.EOFException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;

class PostgresFailureTests {
    private static final DatabaseAccess ACCESS = new DatabaseAccess("jdbc:postgresql://localhost/books", "agent", "");

    /** A server that was killed: taken for a failure of the statement, it would undo a change that is sound. */
    @Test
    void aConnectionThatBreaksInTheMiddleOfAReadingIsAServerThatDoesNotAnswer() {
        var broken = new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE, new EOFException());

        assertThat(of(new DataAccessResourceFailureException("reading", broken)))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("An I/O error occurred");
        assertThat(of(broken)).isInstanceOf(TargetUnavailable.class);
        assertThat(of(new SQLException("Connection was closed in SingleConnectionDataSource")))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("the connection was lost");
    }

    /** The server says so with the state by which it asks for pg_stat_statements to be loaded. */
    @Test
    void aProcessOfTheServerThatWasKilledInTheMiddleOfAnIndexIsAServerThatDoesNotAnswer() {
        var killed = new PSQLException(
                "ERROR: lost connection to parallel worker", PSQLState.OBJECT_NOT_IN_STATE, new EOFException());

        assertThat(killed.getSQLState()).isEqualTo("55000");
        assertThat(of(killed)).isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void aStatementThatTheServerRefusesIsNoBrokenConnection() {
        var lacking = new PSQLException("out of memory", PSQLState.OUT_OF_MEMORY);

        assertThat(of(new DataAccessResourceFailureException("changing", lacking)))
                .isInstanceOf(StatementFailed.class)
                .extracting(failure -> ((StatementFailed) failure).sqlState())
                .isEqualTo("53200");
    }

    private static RuntimeException of(Exception failure) {
        return PostgresFailure.of(failure, ACCESS, "reading statistics", failure);
    }
}
