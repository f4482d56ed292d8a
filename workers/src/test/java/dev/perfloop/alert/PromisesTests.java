package dev.perfloop.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PromisesTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final AssessedRows rows = new AssessedRows(jdbc);

    static class Clock implements InstantSource {
        @Override
        public Instant instant() {
            return NOON;
        }
    }

    @Test
    void aRouteIsHeldToTheObjectiveOfTheRequestThatTakesIt() {
        rows.target("shop", "");
        int route = rows.series("shop", "request_p95_ms", "GET /baskets/{basketId}", "ms");
        try (var rooms = Rooms.open(
                ours, List.of(Clock.class, SaidTables.class), "run", "target", "load", "change", "mail", "alert")) {
            var evaluating = rooms.getBean(Evaluating.class);

            for (int minute : new int[] {0, 6, 12}) {
                evaluating.evaluate(assessed(minute, route, minute == 12 ? 450 : 350));
            }
            assertThat(alerts()).isEmpty();

            evaluating.evaluate(assessed(18, route, 450));
            assertThat(alerts())
                    .containsExactly("p95 of GET /baskets/{basketId}: 450 ms, wanted at most 400 ms (objective).");
        }
    }

    private UUID assessed(int minute, int series, double value) {
        UUID id = rows.assessment("shop", NOON.plus(Duration.ofMinutes(minute)), "REAL_TIME");
        rows.reading(id, series, value, null, null);
        return id;
    }

    private List<String> alerts() {
        return jdbc.sql("SELECT words FROM alert").query(String.class).list();
    }
}
