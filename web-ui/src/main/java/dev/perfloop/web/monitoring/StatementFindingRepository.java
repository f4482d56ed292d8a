package dev.perfloop.web.monitoring;

import dev.perfloop.web.rows.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StatementFindingRepository {
    private static final int NEWEST = 50;

    private final JdbcClient jdbc;

    StatementFindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lasts first, then the newest. */
    List<StatementFindingView> of(String target) {
        return jdbc.sql("""
                        SELECT f.*, coalesce(s.title, f.statement) AS title
                        FROM statement_finding f
                        LEFT JOIN series s
                               ON s.target_id = f.target_id AND s.metric = 'statement_load' AND s.subject = f.statement
                        WHERE f.target_id = :target
                        ORDER BY f.ended_at IS NOT NULL, f.found_at DESC, f.id DESC
                        LIMIT :newest""")
                .param("target", target)
                .param("newest", NEWEST)
                .query((row, n) -> new StatementFindingView(
                        row.getString("statement"),
                        row.getString("title"),
                        row.getString("kind"),
                        Columns.instant(row, "since"),
                        Columns.instant(row, "found_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        row.getDouble("figure"),
                        row.getString("words")))
                .list();
    }
}
