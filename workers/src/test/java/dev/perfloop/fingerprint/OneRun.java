package dev.perfloop.fingerprint;

import static dev.perfloop.fingerprint.Library.rows;
import static org.mockito.Mockito.mock;

import dev.perfloop.camunda.Step;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run on a real service with a real database, up to its fingerprint. */
abstract class OneRun {
    static final RunId RUN = new RunId("run-1");
    static final String AUTHOR = "SELECT name FROM author WHERE id = $1";

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    final Step step = mock();
    Library library;
    AnnotationConfigApplicationContext rooms;

    @BeforeEach
    void open() throws Exception {
        library = new Library();
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "fingerprint");
    }

    @AfterEach
    void close() throws SQLException {
        rooms.close();
        library.close();
    }

    CallsPerRequest fingerprint(String load) throws InterruptedException {
        register(load);
        rooms.getBean(Fingerprinting.class).take(RUN, step);
        return kept();
    }

    void register(String load) {
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", library.definition(load))
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", library.definition(load)).update();
    }

    CallsPerRequest kept() {
        return rooms.getBean(Profiles.class).partOf(RUN, CallsPerRequest.class).orElseThrow();
    }

    List<String> spots() {
        return jdbc.sql("SELECT what || ' | ' || why FROM run_blind_spot")
                .query(String.class)
                .list();
    }

    static CallsPerRequest.Statement statement(CallsPerRequest.Request request, String query) {
        return request.statements().stream()
                .filter(it -> it.query().equals(query))
                .findFirst()
                .orElseThrow(() -> new AssertionError(query + " is not among " + request.statements()));
    }

    static String loans(Connection connection, int loans, boolean each) throws SQLException {
        connection.setAutoCommit(each);
        for (int i = 0; i < loans; i++) {
            rows(connection, "INSERT INTO loan (book) VALUES (?)", i);
        }
        connection.setAutoCommit(true);
        return "{}";
    }

    static void read(Connection connection) {
        try {
            rows(connection, "SELECT name FROM author WHERE id = ?", 3);
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }

    static void quietly(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
