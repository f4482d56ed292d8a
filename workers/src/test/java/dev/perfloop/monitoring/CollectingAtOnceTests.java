package dev.perfloop.monitoring;

import static dev.perfloop.monitoring.Watched.EVERY;
import static dev.perfloop.monitoring.Watched.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.support.Database;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CollectingAtOnceTests {

    /** As after an outage, when the beat and the process both find that nobody has read for long. */
    @Test
    void whatACounterAddedIsToldOnceHoweverManyReadIt() throws Exception {
        var ours = Database.migrated();
        try (var watched = new Watched(ours);
                var holder = ours.getConnection();
                var threads = Executors.newFixedThreadPool(2)) {
            watched.says("/list", "[]");
            watched.served(1000, 0, 50);
            watched.collect(0);
            watched.served(1600, 0, 80);
            watched.now(NOON.plusSeconds(61));

            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT 1 FROM source_state FOR UPDATE");
            var reads = Stream.of(60, 61)
                    .map(second -> threads.submit((Callable<Object>) () -> watched.rooms
                            .getBean(Collecting.class)
                            .collect(watched.target(), EVERY, NOON.plusSeconds(second))))
                    .toList();
            Awaitility.await()
                    .until(() -> watched.jdbc
                                    .sql(
                                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
                                    .query(Integer.class)
                                    .single()
                            == 2);
            holder.commit();
            for (var read : reads) {
                assertThat(read.get()).as("both know that the target answers").isNotEqualTo(List.of());
            }

            assertThat(watched.jdbc.sql("""
                                    SELECT sum(v.value * s.seconds)
                                    FROM sample s CROSS JOIN LATERAL unnest(s.series, s.value) AS v (series, value)
                                    JOIN series d ON d.id = v.series
                                    WHERE d.metric = 'requests_per_second' AND d.subject IS NULL""").query(Double.class).single()).isEqualTo(600, within(1e-6));
        }
    }
}
