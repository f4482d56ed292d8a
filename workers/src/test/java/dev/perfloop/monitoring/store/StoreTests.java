package dev.perfloop.monitoring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoreTests {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:05Z");
    private static final SeriesKey LOAD = SeriesKey.gauge(Source.DATABASE, "active_sessions", "1");
    private static final SeriesKey CALLS = SeriesKey.rate(Source.DATABASE, "transactions_per_second", "1/s");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(NOON);

    /** By its name it is left out when the rooms are scanned for their beans. */
    @Configuration(proxyBeanMethods = false)
    static class StandingInTests {
        @Bean
        InstantSource standingClock() {
            return NOW::get;
        }

        @Bean
        @Primary
        StoreProperties fewSeries() {
            return new StoreProperties(
                    Duration.ofDays(14),
                    Duration.ofDays(35),
                    Duration.ofDays(400),
                    Duration.ofHours(6),
                    3,
                    Duration.ofSeconds(30));
        }
    }

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    /** Two processes of ours. */
    private final AnnotationConfigApplicationContext one = process();

    private final AnnotationConfigApplicationContext other = process();

    private AnnotationConfigApplicationContext process() {
        return Rooms.open(ours, List.of(StandingInTests.class), "monitoring.store");
    }

    @BeforeEach
    void atNoon() {
        NOW.set(NOON);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void aMinuteHoldsLowestHighestMeanAndLast() {
        keep(0, 15, LOAD, 4);
        keep(15, 15, LOAD, 1);
        keep(30, 15, LOAD, 7);
        rollUpAt(Duration.ofMinutes(2));

        assertThat(row("sample_minute", "active_sessions")).isEqualTo("3 1 7 4 7");
    }

    @Test
    void aMinuteWithoutReadingsHasNoRow() {
        keep(0, 15, LOAD, 4);
        keep(120, 15, LOAD, 4);
        rollUpAt(Duration.ofMinutes(5));

        assertThat(jdbc.sql("SELECT to_char(at AT TIME ZONE 'UTC', 'MI') FROM sample_minute ORDER BY at")
                        .query(String.class)
                        .list())
                .containsExactly("00", "02");
    }

    @Test
    void aRateWeighsTheSecondsItCovers() {
        keep(0, 15, CALLS, 10);
        keep(45, 45, CALLS, 2);
        rollUpAt(Duration.ofMinutes(2));

        assertThat(jdbc.sql("SELECT total / weight FROM sample_minute")
                        .query(Double.class)
                        .single())
                .isEqualTo((150 + 90) / 60.0, within(1e-9));
    }

    @Test
    void hoursAndDaysAreMadeOfMinutes() {
        for (int minute = 0; minute < 90; minute++) {
            keep(60 * minute, 15, LOAD, minute);
        }
        rollUpAt(Duration.ofDays(2));

        assertThat(jdbc.sql("SELECT count FROM sample_hour ORDER BY at")
                        .query(Integer.class)
                        .list())
                .containsExactly(60, 30);
        assertThat(row("sample_day", "active_sessions")).isEqualTo("90 0 89 44.5 89");
    }

    @Test
    void aReadingThatComesLateIsRolledUpByWhoBringsIt() {
        keep(0, 15, LOAD, 4);
        rollUpAt(Duration.ofDays(2));
        assertThat(row("sample_day", "active_sessions")).isEqualTo("1 4 4 4 4");

        keep(600, 15, LOAD, 8);

        assertThat(row("sample_day", "active_sessions")).isEqualTo("2 4 8 6 8");
    }

    @Test
    void twoThatRollUpAtOnceCountNothingTwice() throws Exception {
        for (int minute = 0; minute < 300; minute++) {
            keep(60 * minute, 15, LOAD, 1);
        }
        NOW.set(NOON.plus(Duration.ofDays(2)));

        atOnce(one.getBean(RollUps.class)::catchUp, other.getBean(RollUps.class)::catchUp);
        one.getBean(RollUps.class).catchUp();

        assertThat(row("sample_day", "active_sessions")).isEqualTo("300 1 1 1 1");
    }

    @Test
    void twoThatKeepTheStoreAtOnceMakeEachPartitionOnceAndDropTheOldOnes() throws Exception {
        keep(0, 15, LOAD, 4);
        NOW.set(NOON.plus(Duration.ofDays(20)));

        atOnce(one.getBean(Upkeep.class)::run, other.getBean(Upkeep.class)::run);

        assertThat(partitions("sample"))
                .doesNotContain("sample_20261120")
                .contains("sample_20261210", "sample_20261213");
        assertThat(partitions("sample_hour")).contains("sample_hour_20261201");
        assertThat(jdbc.sql("SELECT kept_since FROM sample_mark WHERE resolution = 'RAW'")
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    }

    @Test
    void aPartitionThatSomebodyElseMadeIsTheirsAndHoldsNothingUp() {
        jdbc.sql("CREATE TABLE archive PARTITION OF sample FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')")
                .update();
        keep(0, 15, LOAD, 4);
        NOW.set(NOON.plus(Duration.ofDays(20)));

        one.getBean(Upkeep.class).run();

        assertThat(partitions("sample")).contains("archive").doesNotContain("sample_20261120");
    }

    @Test
    void aTargetWithAsManySeriesAsItMayHaveGetsNoMore() {
        for (int i = 0; i < 5; i++) {
            keep(15 * i, 15, LOAD.of("subject " + i), i);
        }

        assertThat(jdbc.sql("SELECT count(*) FROM series").query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void whatBelongsToAReadingIsKeptWithItOrNotAtAll() {
        try {
            one.getBean(Samples.class)
                    .keep("shop", List.of(new Reading(Source.DATABASE, NOON, 15, List.of(LOAD.at(1)))), () -> {
                        throw new IllegalStateException("cut off");
                    });
        } catch (IllegalStateException cutOff) {
            assertThat(jdbc.sql("SELECT count(*) FROM sample")
                            .query(Integer.class)
                            .single())
                    .isZero();
            return;
        }
        throw new AssertionError("the failure was swallowed");
    }

    private void keep(int second, double seconds, SeriesKey key, double value) {
        one.getBean(Samples.class)
                .keep(
                        "shop",
                        List.of(new Reading(
                                Source.DATABASE, NOON.plusSeconds(second), seconds, List.of(key.at(value)))),
                        () -> {});
    }

    private void rollUpAt(Duration later) {
        NOW.set(NOON.plus(later));
        one.getBean(RollUps.class).catchUp();
    }

    private String row(String table, String metric) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', r.count, r.low, r.high, r.total / r.weight, r.last)
                        FROM %s r JOIN series s ON s.id = r.series_id
                        WHERE s.metric = :metric""".formatted(table))
                .param("metric", metric)
                .query(String.class)
                .single();
    }

    private List<String> partitions(String table) {
        return jdbc.sql("""
                        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = :table::regclass""").param("table", table).query(String.class).list();
    }

    private static void atOnce(Runnable... works) throws Exception {
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            List<Callable<Object>> calls = new ArrayList<>();
            for (var work : works) {
                calls.add(Executors.callable(work));
            }
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
    }
}
