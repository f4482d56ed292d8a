package dev.perfloop.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose monitoring is wanted, and when each is due. */
@Repository
class MonitoringRepository {
    private final JdbcClient jdbc;

    MonitoringRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes some that are due, for this process alone. Each is due again on its own beat, so that a late one does not move it;
     * beats that were missed are not made up for.
     */
    List<Monitored> claim(Instant now, int most) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT target_id FROM monitoring
                            WHERE wanted AND next_at <= :now
                            ORDER BY next_at
                            LIMIT :most
                            FOR UPDATE SKIP LOCKED
                        )
                        UPDATE monitoring m
                        SET next_at = m.next_at + make_interval(secs => m.every_seconds
                                * (1 + floor(extract(epoch FROM :now - m.next_at) / m.every_seconds)))
                        FROM due, target t
                        WHERE m.target_id = due.target_id AND t.name = m.target_id
                        RETURNING m.target_id, m.every_seconds, m.cycle_seconds, t.definition""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> monitored(row))
                .list();
    }

    /** Empty when it is not wanted any more, or the target is gone. */
    Optional<Monitored> wanted(String target) {
        return jdbc.sql("""
                        SELECT m.target_id, m.every_seconds, m.cycle_seconds, t.definition
                        FROM monitoring m
                        JOIN target t ON t.name = m.target_id
                        WHERE m.target_id = :target AND m.wanted""")
                .param("target", target)
                .query((row, n) -> monitored(row))
                .optional();
    }

    /** Its process instance was at work, wanted or not. */
    void tick(String target, Instant now) {
        jdbc.sql("UPDATE monitoring SET ticked_at = :now WHERE target_id = :target")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("target", target)
                .update();
    }

    private static Monitored monitored(ResultSet row) throws SQLException {
        return new Monitored(
                row.getString("target_id"),
                Duration.ofSeconds(row.getInt("every_seconds")),
                Duration.ofSeconds(row.getInt("cycle_seconds")),
                row.getString("definition"));
    }
}
