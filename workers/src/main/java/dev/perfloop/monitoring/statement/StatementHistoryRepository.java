package dev.perfloop.monitoring.statement;

import dev.perfloop.trend.StatementUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of statements: their hours, their plans, and the indexes that we dropped. */
@Repository
class StatementHistoryRepository {
    /** A cost that differs by less is the same plan on grown tables. */
    private static final double SAME_COST = 3;

    private final JdbcClient jdbc;

    StatementHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to when hours are rolled up; empty before the first reading. */
    Optional<Instant> hoursUntil() {
        return jdbc.sql("SELECT until FROM sample_mark WHERE resolution = 'HOUR'")
                .query((row, n) -> instant(row, "until"))
                .optional();
    }

    /** By statement. Rates weigh the seconds they cover, so that their totals are what was counted. */
    Map<String, List<StatementUse>> uses(String target, Instant since, Instant until) {
        Map<String, List<StatementUse>> uses = new HashMap<>();
        jdbc.sql("""
                        SELECT c.subject, h.at, h.at + make_interval(secs => least(3600, h.weight)) AS until,
                               h.total AS calls, 1000 * l.total AS ms
                        FROM series c
                        JOIN series d ON d.target_id = c.target_id AND d.metric = 'statement_load' AND d.subject = c.subject
                        JOIN sample_hour h ON h.series_id = c.id AND h.at >= :since AND h.at < :until
                        JOIN sample_hour l ON l.series_id = d.id AND l.at = h.at
                        WHERE c.target_id = :target AND c.metric = 'statement_calls_per_second' AND h.weight >= 1
                        ORDER BY h.at""")
                .param("target", target)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    uses.computeIfAbsent(row.getString("subject"), statement -> new ArrayList<>())
                            .add(new StatementUse(
                                    instant(row, "at"),
                                    instant(row, "until"),
                                    Math.round(row.getDouble("calls")),
                                    row.getDouble("ms")));
                });
        return uses;
    }

    /** By statement, those that were seen since then, oldest first. */
    Map<String, List<PlanSeen>> plans(String target, Instant since) {
        Map<String, List<PlanSeen>> plans = new HashMap<>();
        jdbc.sql("""
                        SELECT statement, at, last_at, shape, cost FROM statement_plan
                        WHERE target_id = :target AND last_at >= :since
                        ORDER BY at""")
                .param("target", target)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    plans.computeIfAbsent(row.getString("statement"), statement -> new ArrayList<>())
                            .add(new PlanSeen(
                                    instant(row, "at"),
                                    instant(row, "last_at"),
                                    row.getString("shape"),
                                    row.getDouble("cost")));
                });
        return plans;
    }

    /** One row for as long as it is the same. */
    void keep(String target, String statement, String shape, double cost, Instant now) {
        jdbc.sql("""
                        WITH newest AS (
                            SELECT * FROM statement_plan
                            WHERE target_id = :target AND statement = :statement
                            ORDER BY at DESC LIMIT 1),
                        same AS (
                            UPDATE statement_plan p SET last_at = :now
                            FROM newest n
                            WHERE p.target_id = n.target_id AND p.statement = n.statement AND p.at = n.at AND n.shape = :shape
                              AND :cost < n.cost * :same AND n.cost < :cost * :same
                            RETURNING 1)
                        INSERT INTO statement_plan (target_id, statement, at, last_at, shape, cost)
                        SELECT :target, :statement, :now, :now, :shape, :cost
                        WHERE NOT EXISTS (SELECT 1 FROM same)
                        ON CONFLICT DO NOTHING""")
                .param("target", target)
                .param("statement", statement)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shape", shape)
                .param("cost", cost)
                .param("same", SAME_COST)
                .update();
    }

    /** Oldest first; those that were taken back are none. */
    List<IndexDropped> drops(String target, Instant since) {
        return jdbc.sql("""
                        SELECT c.applied_at, c.statement FROM change c
                        JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target AND c.kind = 'DROP_INDEX' AND c.status IN ('APPLIED', 'KEPT')
                          AND c.applied_at >= :since
                        ORDER BY c.applied_at""")
                .param("target", target)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new IndexDropped(instant(row, "applied_at"), row.getString("statement")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
