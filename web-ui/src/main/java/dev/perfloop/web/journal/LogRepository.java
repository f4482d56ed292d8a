package dev.perfloop.web.journal;

import dev.perfloop.web.journal.LogView.LineView;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a run wrote down in several tables, as one log. How far a step is, each second, is left out. */
@Repository
class LogRepository {
    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    LogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LogView log(String runId) {
        List<LineView> newestFirst = jdbc.sql("""
                        SELECT at, kind, state, subject, words
                        FROM (
                            SELECT at, id, 'STEP' AS kind, payload ->> 'status' AS state,
                                   (payload ->> 'name') || CASE WHEN (payload ->> 'attempt')::int > 1
                                       THEN ', attempt ' || (payload ->> 'attempt') ELSE '' END AS subject,
                                   payload ->> 'message' AS words
                            FROM run_event
                            WHERE run_id = :runId AND kind = 'STEP'
                              AND (payload ->> 'status' <> 'STARTED' OR payload ->> 'message' IS NULL)
                            UNION ALL
                            SELECT at, id, 'APPROVAL', payload ->> 'status', 'Approval of ' || lower(payload ->> 'kind'), NULL
                            FROM run_event
                            WHERE run_id = :runId AND kind = 'APPROVAL'
                            UNION ALL
                            SELECT at, id, 'RUN', payload ->> 'outcome', 'Run', NULL
                            FROM run_event
                            WHERE run_id = :runId AND kind = 'ENDED'
                            UNION ALL
                            SELECT s.at, s.id, 'STATEMENT', CASE WHEN s.error IS NULL THEN 'DONE' ELSE 'ERROR' END,
                                   s.statement, coalesce(s.error, s.millis || ' ms')
                            FROM change_statement s
                            JOIN change c ON c.id = s.change_id
                            WHERE c.run_id = :runId
                            UNION ALL
                            SELECT g.at, g.id, 'GUARD', g.answer, initcap(g.guard) || ' before change ' || c.position, g.words
                            FROM change_guard g
                            JOIN change c ON c.id = g.change_id
                            WHERE c.run_id = :runId
                            UNION ALL
                            SELECT coalesce(ended_at, started_at), 0, 'LOAD', status,
                                   initcap(profile) || ' load, ' || lower(replace(phase, '_', ' ')) || ', round ' || round,
                                   invalid_reason
                            FROM load_test
                            WHERE run_id = :runId) lines
                        WHERE state IS NOT NULL
                        ORDER BY at DESC, id DESC
                        LIMIT :most
                        """)
                .param("runId", runId)
                .param("most", MOST + 1)
                .query((row, n) -> new LineView(
                        Columns.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("subject"),
                        row.getString("words")))
                .list();
        boolean cutOff = newestFirst.size() > MOST;
        return new LogView(
                newestFirst.subList(0, Math.min(MOST, newestFirst.size())).reversed(), cutOff);
    }
}
