package dev.perfloop.web.journal;

import dev.perfloop.web.journal.LogView.LineView;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a run wrote down in several tables, as one log. How far a step is, each second, is left out. */
@Repository
class LogRepository {
    private final JdbcClient jdbc;

    LogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, at most {@code limit}. */
    List<Line> newest(String runId, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                        SELECT at, place, kind, state, subject, words
                        FROM (
                            SELECT at, id, '' AS load, 'STEP' AS kind, payload ->> 'status' AS state,
                                   (payload ->> 'name') || CASE WHEN (payload ->> 'attempt')::int > 1
                                       THEN ', attempt ' || (payload ->> 'attempt') ELSE '' END AS subject,
                                   payload ->> 'message' AS words
                            FROM run_event
                            WHERE run_id = :runId AND kind = 'STEP'
                              AND (payload ->> 'status' <> 'STARTED' OR payload ->> 'message' IS NULL)
                            UNION ALL
                            SELECT at, id, '', 'APPROVAL', payload ->> 'status', 'Approval of ' || lower(payload ->> 'kind'), NULL
                            FROM run_event
                            WHERE run_id = :runId AND kind = 'APPROVAL'
                            UNION ALL
                            SELECT at, id, '', 'RUN', payload ->> 'outcome', 'Run', NULL
                            FROM run_event
                            WHERE run_id = :runId AND kind = 'ENDED'
                            UNION ALL
                            SELECT s.at, s.id, '', 'STATEMENT', CASE WHEN s.error IS NULL THEN 'DONE' ELSE 'ERROR' END,
                                   s.statement, coalesce(s.error, s.millis || ' ms')
                            FROM change_statement s
                            JOIN change c ON c.id = s.change_id
                            WHERE c.run_id = :runId
                            UNION ALL
                            SELECT g.at, g.id, '', 'GUARD', g.answer, initcap(g.guard) || ' before change ' || c.position, g.words
                            FROM change_guard g
                            JOIN change c ON c.id = g.change_id
                            WHERE c.run_id = :runId
                            UNION ALL
                            SELECT coalesce(ended_at, started_at), 0, id, 'LOAD', status,
                                   initcap(profile) || ' load, ' || lower(replace(phase, '_', ' ')) || ', round ' || round,
                                   invalid_reason
                            FROM load_test
                            WHERE run_id = :runId) lines
                        CROSS JOIN LATERAL (
                            SELECT lpad(id::text, 19, '0') || kind || load COLLATE "C" AS place) told_apart
                        WHERE state IS NOT NULL
                          AND (at, place) < (coalesce(:at::timestamptz, 'infinity'), coalesce(:key::text, ''))
                        ORDER BY at DESC, place DESC
                        LIMIT :limit
                        """)
                .param("runId", runId)
                .param("at", Cursor.atOf(after))
                .param("key", Cursor.keyOf(after))
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getString("place"),
                        new LineView(
                                Columns.instant(row, "at"),
                                row.getString("kind"),
                                row.getString("state"),
                                row.getString("subject"),
                                row.getString("words"))))
                .list();
    }

    /** @param key tells it apart from lines of the same moment, which may come from several tables */
    record Line(String key, LineView view) {
        Cursor place() {
            return new Cursor(view.at(), key);
        }
    }
}
