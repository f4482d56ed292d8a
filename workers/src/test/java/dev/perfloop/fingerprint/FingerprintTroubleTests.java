package dev.perfloop.fingerprint;

import static dev.perfloop.fingerprint.Library.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.when;

import dev.perfloop.load.SingleRequests;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.Runs;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What may be in the way of counting, and how it is dealt with. */
class FingerprintTroubleTests extends OneRun {

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
            timer.scheduleAtFixedRate(() -> read(others), 0, 50, TimeUnit.MILLISECONDS);

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
    void whatIsNotAnsweredInTimeIsSaidAndSoIsWhatThereIsNoTimeFor() throws Exception {
        library.at("/slow", (connection, query) -> {
            rows(connection, "SELECT pg_sleep(?)", 1);
            return "{}";
        });
        library.at("/author", (connection, query) -> {
            rows(connection, "SELECT name FROM author WHERE id = ?", 7);
            return "{}";
        });
        var hasty =
                new FingerprintProperties(3, 0, Duration.ofMillis(400), Duration.ofMillis(300), Duration.ofMillis(50));

        register("""
                requests:
                  - { name: slow, get: /slow }
                  - { name: author, get: /author }
                """);
        new Fingerprinting(
                        rooms.getBean(Runs.class),
                        rooms.getBean(SingleRequests.class),
                        rooms.getBean(StatementCountRepository.class),
                        rooms.getBean(Sender.class),
                        rooms.getBean(Pacing.class),
                        rooms.getBean(FingerprintOutcome.class),
                        rooms.getBean(BlindSpots.class),
                        hasty)
                .take(RUN, step);

        assertThat(kept().requests()).isEmpty();
        assertThat(spots())
                .contains(
                        "how often each statement runs in one request: slow | the request is not answered within 0.300 s (2 of 2 "
                                + "times)",
                        "how often each statement runs in one request: author | the requests before took all of the 0.400 s "
                                + "there are");
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
}
