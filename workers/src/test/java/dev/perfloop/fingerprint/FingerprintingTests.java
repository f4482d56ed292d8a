package dev.perfloop.fingerprint;

import static dev.perfloop.fingerprint.Library.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.profiling.CallsPerRequest;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Fingerprints a real service on a real database. */
class FingerprintingTests extends OneRun {

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
        assertThat(calls.request("one").orElseThrow().statements())
                .singleElement()
                .satisfies(insert -> {
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
        assertThat(calls.request("mine").orElseThrow().statements())
                .singleElement()
                .satisfies(own -> assertThat(own.calls()).containsOnly(1));
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

        assertThat(calls.request("async").orElseThrow().statements())
                .singleElement()
                .satisfies(insert -> assertThat(insert.calls()).containsOnly(5));
        later.shutdown();
        others.close();
    }
}
