package dev.perfloop.fingerprint;

import static dev.perfloop.fingerprint.Library.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.perfloop.camunda.Step;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fingerprints a real service on a real database. */
class FingerprintingTests {
    private static final RunId RUN = new RunId("run-1");
    private static final String AUTHOR = "SELECT name FROM author WHERE id = $1";

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final Step step = mock();
    private Library library;
    private AnnotationConfigApplicationContext rooms;

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

    @Test
    void everyRequestIsCountedAloneWithItsOwnValues() throws Exception {
        library.at("/books", (connection, query) -> {
            int books = rows(connection, "SELECT * FROM book LIMIT ?", Integer.parseInt(query.get("size")));
            for (int i = 1; i <= books; i++) {
                rows(connection, "SELECT name FROM author WHERE id = ?", i);
            }
            return "x".repeat(500);
        });
        library.at("/author", (connection, query) -> {
            rows(connection, "SELECT name FROM author WHERE id = ?", 7);
            return "{}";
        });

        var calls = fingerprint("""
                requests:
                  - { name: list, get: "/books?size={size}" }
                  - { name: author, get: /author }
                feeders: { size: { range: 5..25 } }
                """);

        var list = calls.request("list").orElseThrow();
        assertThat(list.sent()).isEqualTo(6);
        assertThat(list.quiet()).isTrue();
        assertThat(list.answerBytes()).isEqualTo(500);
        assertThat(list.statements()).hasSize(2);
        var books = statement(list, "SELECT * FROM book LIMIT $1");
        var authors = statement(list, AUTHOR);
        assertThat(books.calls()).containsOnly(1);
        assertThat(authors.calls().stream().map(Integer::longValue)).containsExactlyElementsOf(books.rows());
        assertThat(authors.calls().stream().distinct()).hasSizeGreaterThan(1);
        assertThat(statement(calls.request("author").orElseThrow(), AUTHOR).calls())
                .containsOnly(1);
        assertThat(spots()).isEmpty();
    }

    @Test
    void whatWeAskTheDatabaseOurselvesIsNotTheRequests() throws Exception {
        library.at("/nothing", (connection, query) -> "{}");

        var calls = fingerprint("requests: [ { name: nothing, get: /nothing } ]");

        assertThat(calls.request("nothing").orElseThrow().statements()).isEmpty();
        assertThat(spots()).anySatisfy(spot -> assertThat(spot).contains("no statement of the service was counted"));
    }

    @Test
    void transactionsOfARequestAreCounted() throws Exception {
        library.at("/auto", (connection, query) -> loans(connection, 10, true));
        library.at("/each", (connection, query) -> {
            connection.setAutoCommit(false);
            for (int i = 0; i < 4; i++) {
                rows(connection, "INSERT INTO loan (book) VALUES (?)", i);
                rows(connection, "UPDATE book SET title = title WHERE id = ?", i);
                connection.commit();
            }
            connection.setAutoCommit(true);
            return "{}";
        });
        library.at("/one", (connection, query) -> loans(connection, 10, false));

        var calls = fingerprint("""
                requests:
                  - { name: auto, post: /auto, body: "{}" }
                  - { name: each, post: /each, body: "{}" }
                  - { name: one, post: /one, body: "{}" }
                """);

        assertThat(calls.request("auto").orElseThrow().transactions()).isCloseTo(10, within(1.5));
        assertThat(calls.request("each").orElseThrow().transactions()).isCloseTo(4, within(0.6));
        assertThat(calls.request("one").orElseThrow().transactions()).isCloseTo(1, within(0.3));
        assertThat(calls.request("one").orElseThrow().statements()).singleElement().satisfies(insert -> {
            assertThat(insert.query()).startsWith("INSERT INTO loan");
            assertThat(insert.calls()).containsOnly(10);
            assertThat(insert.rows()).containsOnly(10L);
        });
    }

    @Test
    void statementsBesideAnExplicitTransactionAreTransactionsToo() throws Exception {
        library.at("/mixed", (connection, query) -> {
            loans(connection, 1, false);
            return loans(connection, 12, true);
        });

        var calls = fingerprint("requests: [ { name: mixed, post: /mixed, body: \"{}\" } ]");

        assertThat(calls.request("mixed").orElseThrow().transactions()).isCloseTo(13, within(1.5));
    }

    @Test
    void aJobThatRunsBesideIsTakenOff() throws Exception {
        library.at("/author", (connection, query) -> {
            rows(connection, "SELECT name FROM author WHERE id = ?", 7);
            return "{}";
        });
        try (var job = library.source.getConnection();
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> quietly(job, "SELECT count(*) FROM loan"), 0, 7, TimeUnit.MILLISECONDS);

            var calls = fingerprint("requests: [ { name: author, get: /author } ]");

            assertThat(calls.request("author").orElseThrow().statements())
                    .extracting(CallsPerRequest.Statement::query)
                    .containsExactly(AUTHOR);
            assertThat(calls.request("author").orElseThrow().quiet()).isTrue();
            timer.shutdownNow();
        }
    }

    @Test
    void othersWhoRunTheSameStatementsAreNoticed() throws Exception {
        library.at("/books", (connection, query) -> {
            for (int i = 0; i < 40; i++) {
                rows(connection, "SELECT name FROM author WHERE id = ?", i);
            }
            return "{}";
        });
        try (var others = library.source.getConnection();
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(
                    () -> read(others), 0, 50, TimeUnit.MILLISECONDS);

            var calls = fingerprint("requests: [ { name: books, get: /books } ]");

            assertThat(calls.request("books").orElseThrow().quiet()).isFalse();
            assertThat(statement(calls.request("books").orElseThrow(), AUTHOR).callsPerRequest())
                    .isCloseTo(40, within(3.0));
            assertThat(spots()).anySatisfy(spot -> assertThat(spot).contains("others ran the same statements"));
            timer.shutdownNow();
        }
    }

    @Test
    void aRequestThatFailsIsSaidAndTheOthersAreCounted() throws Exception {
        library.at("/author", (connection, query) -> {
            rows(connection, "SELECT name FROM author WHERE id = ?", 7);
            return "{}";
        });
        library.at("/broken", (connection, query) -> {
            throw new IllegalStateException("out of order");
        });

        var calls = fingerprint("""
                requests:
                  - { name: broken, get: /broken }
                  - { name: author, get: /author }
                """);

        assertThat(calls.requests()).extracting(CallsPerRequest.Request::name).containsExactly("author");
        assertThat(library.served.get("/broken")).isEqualTo(2);
        assertThat(spots())
                .contains("how often each statement runs in one request: broken | the request is answered with status "
                        + "500 (2 of 2 times)");
    }

    @Test
    void visitorsLogInFirstAndKeepTheirSession() throws Exception {
        library.at("/login", (connection, query) -> {
            rows(connection, "SELECT * FROM author WHERE name = 'ann' OR id = ?", 1);
            return "Set-Cookie: session=s1";
        });
        library.at("/mine", (connection, query) -> {
            if (!query.getOrDefault("cookie", "").contains("session=s1")) {
                throw new IllegalStateException("not logged in");
            }
            rows(connection, "SELECT name FROM author WHERE id = ?", 7);
            return "{}";
        });

        var calls = fingerprint("""
                login: { post: /login, body: "{}" }
                requests: [ { name: mine, get: /mine } ]
                """);

        assertThat(calls.requests()).extracting(CallsPerRequest.Request::name).containsExactly("login", "mine");
        assertThat(calls.request("mine").orElseThrow().statements()).singleElement().satisfies(own -> assertThat(
                        own.calls())
                .containsOnly(1));
        assertThat(spots()).isEmpty();
    }

    @Test
    void workAfterTheAnswerIsTheRequestsToo() throws Exception {
        var later = Executors.newSingleThreadExecutor();
        var others = library.source.getConnection();
        library.at("/async", (connection, query) -> {
            later.execute(() -> {
                for (int i = 0; i < 5; i++) {
                    quietly(others, "INSERT INTO loan (book) VALUES (1)");
                }
            });
            return "{}";
        });

        var calls = fingerprint("requests: [ { name: async, post: /async, body: \"{}\" } ]");

        assertThat(calls.request("async").orElseThrow().statements()).singleElement().satisfies(insert -> assertThat(
                        insert.calls())
                .containsOnly(5));
        later.shutdown();
        others.close();
    }

    @Test
    void whoeverTakesTheStepOverBeginsAnew() throws Exception {
        library.at("/author", (connection, query) -> {
            rows(connection, "SELECT name FROM author WHERE id = ?", 7);
            return "{}";
        });
        when(step.leaseLost()).thenReturn(true);
        assertThatThrownBy(() -> fingerprint("requests: [ { name: author, get: /author } ]"))
                .isInstanceOf(InterruptedException.class);
        when(step.leaseLost()).thenReturn(false);

        rooms.getBean(Fingerprinting.class).take(RUN, step);

        assertThat(kept().requests()).hasSize(1);
    }

    private CallsPerRequest fingerprint(String load) throws InterruptedException {
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", library.definition(load))
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""")
                .param("it", library.definition(load))
                .update();
        rooms.getBean(Fingerprinting.class).take(RUN, step);
        return kept();
    }

    private CallsPerRequest kept() {
        return rooms.getBean(Profiles.class).partOf(RUN, CallsPerRequest.class).orElseThrow();
    }

    private List<String> spots() {
        return jdbc.sql("SELECT what || ' | ' || why FROM run_blind_spot")
                .query(String.class)
                .list();
    }

    private static CallsPerRequest.Statement statement(CallsPerRequest.Request request, String query) {
        return request.statements().stream()
                .filter(it -> it.query().equals(query))
                .findFirst()
                .orElseThrow(() -> new AssertionError(query + " is not among " + request.statements()));
    }

    private static String loans(Connection connection, int loans, boolean each) throws SQLException {
        connection.setAutoCommit(each);
        for (int i = 0; i < loans; i++) {
            rows(connection, "INSERT INTO loan (book) VALUES (?)", i);
        }
        connection.setAutoCommit(true);
        return "{}";
    }

    private static void read(Connection connection) {
        try {
            rows(connection, "SELECT name FROM author WHERE id = ?", 3);
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static void quietly(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
