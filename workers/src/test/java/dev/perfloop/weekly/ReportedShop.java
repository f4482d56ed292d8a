package dev.perfloop.weekly;

import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop with a past of four weeks, in the rows that the other rooms would have left, and with a database of its own. */
final class ReportedShop implements AutoCloseable {
    /** A Monday, 07:30 in Berlin. */
    static final Instant NOW = Instant.parse("2026-11-16T06:30:00Z");

    static final Instant WEEK = Instant.parse("2026-11-08T23:00:00Z");
    static final Instant THURSDAY = Instant.parse("2026-11-12T11:00:00Z");
    static final String INDEX = "CREATE INDEX CONCURRENTLY perfloop_orders ON public.orders (customer)";
    private static final AtomicReference<Instant> CLOCK = new AtomicReference<>(NOW);

    /** By its name it is left out when the rooms are scanned for their beans. */
    @Configuration(proxyBeanMethods = false)
    static class StandingInTests {
        @Bean
        @Primary
        InstantSource standingClock() {
            return CLOCK::get;
        }

        @Bean
        @Primary
        WeeklyProperties receivers() {
            return new WeeklyProperties(
                    true,
                    DayOfWeek.MONDAY,
                    LocalTime.of(7, 0),
                    List.of(
                            new WeeklyProperties.Receiver("ops@example.org", Set.of()),
                            new WeeklyProperties.Receiver("other@example.org", Set.of("bakery"))),
                    Duration.ofDays(30));
        }
    }

    final JdbcClient jdbc;
    final PGSimpleDataSource theirs = Database.empty();
    final AnnotationConfigApplicationContext rooms;

    ReportedShop() {
        var ours = Database.migrated();
        jdbc = JdbcClient.create(ours);
        CLOCK.set(NOW);
        rooms = Rooms.open(ours, List.of(StandingInTests.class), "target", "trend", "mail", "weekly");
        jdbc.sql("CREATE TABLE sample_hour_always PARTITION OF sample_hour DEFAULT")
                .update();
        jdbc.sql("CREATE TABLE sample_minute_always PARTITION OF sample_minute DEFAULT")
                .update();
        their("CREATE TABLE orders (id int PRIMARY KEY, customer int)");
        their("INSERT INTO orders SELECT n, n FROM generate_series(1, 5000) n");
        their("CREATE INDEX perfloop_orders ON orders (customer)");
        their("ANALYZE orders");
        jdbc.sql("""
                        INSERT INTO target (name, definition, checksum, created_at, updated_at)
                        VALUES ('shop', :definition, 'x', now(), now())""").param("definition", definition()).update();
        jdbc.sql("""
                        INSERT INTO monitoring (target_id, wanted, every_seconds, cycle_seconds, changed_by, changed_at, next_at)
                        VALUES ('shop', true, 15, 60, 'ann', now(), now())""").update();
    }

    private String definition() {
        return """
                name: shop
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: list, get: "/api/orders?customer={c}" }, { name: order, get: "/api/orders/{c}" } ], feeders: { c: { range: 1..9 } } }
                objectives: { p95: 400ms }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: postgres }
                guards: { maintenance: ["Sun 02:00-04:00 Europe/Berlin"] }
                """.formatted(theirs.getServerNames()[0], theirs.getPortNumbers()[0], theirs.getDatabaseName());
    }

    void now(Instant at) {
        CLOCK.set(at);
    }

    /** Has the index used once; its server tells so when the session that did it has ended. */
    void useIndex() {
        their("SET enable_seqscan = off; SELECT count(*) FROM orders WHERE customer = 7");
        Awaitility.await()
                .until(() -> JdbcClient.create(theirs)
                        .sql("SELECT idx_scan > 0 FROM pg_stat_user_indexes WHERE indexrelname = 'perfloop_orders'")
                        .query(Boolean.class)
                        .single());
    }

    void their(String sql) {
        try (var session = theirs.getConnection();
                var statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** A series that was told in each hour of the four weeks before the end of the week. */
    int series(String metric, @Nullable String subject, String unit, ToDoubleFunction<Instant> value) {
        int id = jdbc.sql("""
                        INSERT INTO series (target_id, source, metric, subject, title, unit, kind, first_at)
                        VALUES ('shop', 'PROMETHEUS', :metric, :subject, coalesce(:subject, ''), :unit, 'GAUGE', :first)
                        RETURNING id""")
                .param("metric", metric)
                .param("subject", subject)
                .param("unit", unit)
                .param("first", WEEK.minus(Duration.ofDays(21)).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        List<OffsetDateTime> hours = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Instant at = WEEK.minus(Duration.ofDays(21));
                at.isBefore(WEEK.plus(Duration.ofDays(7)));
                at = at.plus(Duration.ofHours(1))) {
            hours.add(at.atOffset(ZoneOffset.UTC));
            values.add(value.applyAsDouble(at));
        }
        jdbc.sql("""
                        INSERT INTO sample_hour (series_id, at, count, low, high, total, weight, last)
                        SELECT :series, at, 240, value, value, value * 3600, 3600, value
                        FROM unnest(:hours::timestamptz[], :values::float8[]) AS t (at, value)""")
                .param("series", id)
                .param("hours", hours.stream().map(OffsetDateTime::toString).toArray(String[]::new))
                .param("values", values.toArray(Double[]::new))
                .update();
        return id;
    }

    /** A run that kept an index for the request "list": 120 ms before, 100 ms with it, at 40 requests a second. */
    void kept(Instant appliedAt) {
        for (String sql : List.of("""
                INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at)
                VALUES ('run-1', 'shop', 'x', 'QUICK', 'ENDED', 'TARGETS_MET', 'ann', :at::timestamptz - interval '10 min')""", """
                INSERT INTO finding (id, run_id, rank, layer, kind, impact, confidence, priority, effort, summary, evidence)
                SELECT 'f1', 'run-1', 1, 'DATABASE', 'MISSING_INDEX', 50, 'HIGH', 'HIGH', 'QUICK', 's', '{"requests": ["list"]}'
                WHERE :at::timestamptz IS NOT NULL""", """
                INSERT INTO change (id, run_id, position, finding_id, kind, spec, statement, undo_statement, status, applied_at)
                VALUES ('c1', 'run-1', 1, 'f1', 'CREATE_INDEX', '{}', '%s',
                        'DROP INDEX CONCURRENTLY IF EXISTS public.perfloop_orders', 'KEPT', :at::timestamptz)""".formatted(INDEX), """
                INSERT INTO verdict (run_id, round, profile, request, metric, before, after, result, reason)
                SELECT 'run-1', 1, 'BASELINE', 'list', 'P95_MS', 120, 100, 'PASS', 'x' WHERE :at::timestamptz IS NOT NULL""", """
                INSERT INTO load_test (id, run_id, profile, phase, round, attempt, job_key, status, config, result, started_at)
                VALUES ('l1', 'run-1', 'BASELINE', 'AFTER', 1, 1, 1, 'VALID', '{}', '{"effectiveRate": 40}', :at)""")) {
            jdbc.sql(sql).param("at", appliedAt.atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** One that lasts since Thursday. */
    void alert(String family, String words, @Nullable String verdict) {
        jdbc.sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at, verdict, verdict_by, verdict_at)
                        VALUES (gen_random_uuid(), 'shop', :family, 'CRITICAL', 'OPEN', :words, :at, :at, :verdict,
                                CASE WHEN :verdict::text IS NOT NULL THEN 'ann' END,
                                CASE WHEN :verdict::text IS NOT NULL THEN :at::timestamptz END)""")
                .param("family", family)
                .param("words", words)
                .param("at", THURSDAY.atOffset(ZoneOffset.UTC))
                .param("verdict", verdict)
                .update();
    }

    String text(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }

    @Override
    public void close() {
        rooms.close();
    }
}
