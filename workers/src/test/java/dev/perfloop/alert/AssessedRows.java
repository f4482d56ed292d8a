package dev.perfloop.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What monitoring keeps, as far as alerts read it. */
record AssessedRows(JdbcClient jdbc) {

    void target(String name, String more) {
        jdbc.sql("""
                        INSERT INTO target (name, definition, checksum, created_at, updated_at)
                        VALUES (:name, :definition, 'x', now(), now())""")
                .param("name", name)
                .param("definition", """
                        name: %s
                        baseUrl: http://localhost:1
                        load:
                          requests: [{ name: home, get: / }, { name: basket, get: "/baskets/{id}?full=true" }]
                          feeders: { id: { range: 1..3 } }
                        database: { url: "jdbc:postgresql://localhost:1/shop", user: shop }
                        objectives: { p95: 200ms, requests: { basket: { p95: 400ms } } }
                        """.formatted(name) + more)
                .update();
    }

    int series(String target, String metric, @Nullable String subject, String unit) {
        return jdbc.sql("""
                        INSERT INTO series (target_id, source, metric, subject, title, unit, kind, first_at)
                        VALUES (:target, 'PROMETHEUS', :metric, :subject, '', :unit, 'GAUGE', now())
                        RETURNING id""")
                .param("target", target)
                .param("metric", metric)
                .param("subject", subject)
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    UUID assessment(String target, Instant at, String restsOn) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO assessment (id, target_id, at, rests_on, words) VALUES (:id, :target, :at, :rests, '')")
                .param("id", id)
                .param("target", target)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("rests", restsOn)
                .update();
        return id;
    }

    void reading(UUID assessment, int series, double value, @Nullable Double mid, @Nullable Double high) {
        jdbc.sql("""
                        INSERT INTO assessment_reading (assessment_id, series_id, metric, subject, value, unit, baseline_low,
                                                        baseline_mid, baseline_high)
                        SELECT :assessment, id, metric, subject, :value, unit, :mid::float8, :mid::float8, :high::float8
                        FROM series
                        WHERE id = :series""")
                .param("assessment", assessment)
                .param("series", series)
                .param("value", value)
                .param("mid", mid)
                .param("high", high)
                .update();
    }
}
