package dev.perfloop.monitoring;

import dev.perfloop.monitoring.series.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Times in which a source told nothing. */
@Repository
class GapRepository {
    /** A gap that has ended. */
    record Gap(Instant since, Instant until) {}

    private final JdbcClient jdbc;

    GapRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unless one is open already. */
    void open(String target, Source source, Instant since, String reason) {
        jdbc.sql("""
                        INSERT INTO gap (target_id, source, since, reason) VALUES (:target, :source, :since, :reason)
                        ON CONFLICT DO NOTHING""")
                .param("target", target)
                .param("source", source.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /** @param recovered null when that is still to be seen */
    boolean close(String target, Source source, Instant until, @Nullable Recovered recovered) {
        return jdbc.sql("""
                        UPDATE gap SET until = :until, recovered = :recovered::text
                        WHERE target_id = :target AND source = :source AND until IS NULL""")
                        .param("target", target)
                        .param("source", source.name())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("recovered", recovered == null ? null : recovered.name())
                        .update()
                == 1;
    }

    /** Those that ended and may be filled from the source's history. */
    List<Gap> toFill(String target) {
        return jdbc.sql("""
                        SELECT since, until FROM gap
                        WHERE target_id = :target AND source = 'PROMETHEUS' AND until IS NOT NULL AND recovered IS NULL
                        ORDER BY since""")
                .param("target", target)
                .query((row, n) -> new Gap(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant()))
                .list();
    }

    void filled(String target, Gap gap, Recovered recovered) {
        jdbc.sql("""
                        UPDATE gap SET recovered = :recovered
                        WHERE target_id = :target AND source = 'PROMETHEUS' AND since = :since""")
                .param("recovered", recovered.name())
                .param("target", target)
                .param("since", gap.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The reading at the gap's end covers less than it did. */
    void shorten(String target, Gap gap, Duration covered) {
        jdbc.sql("""
                        UPDATE sample SET seconds = :seconds
                        WHERE target_id = :target AND source = 'PROMETHEUS' AND at = :until AND seconds > :seconds""")
                .param("seconds", covered.toMillis() / 1000.0)
                .param("target", target)
                .param("until", gap.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Why the newest gap of the target began. */
    Optional<String> newestReason(String target) {
        return jdbc.sql(
                        "SELECT reason FROM gap WHERE target_id = :target AND until IS NULL ORDER BY since DESC LIMIT 1")
                .param("target", target)
                .query(String.class)
                .optional();
    }
}
