package dev.perfloop.web.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunEventRepository {
    private static final String EVENTS = """
            SELECT id,
                   run_id,
                   kind,
                   jsonb_build_object(
                       'runId', run_id,
                       'target', target_id,
                       'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                       'kind', kind,
                       'payload', payload)::text AS data
            FROM run_event
            """;

    private static final RowMapper<RunEvent> ROW = (row, n) ->
            new RunEvent(row.getLong("id"), row.getString("run_id"), row.getString("kind"), row.getString("data"));

    private final JdbcClient jdbc;

    RunEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one run, or of all when none is named; oldest first. */
    List<RunEvent> after(long id, @Nullable String runId, int limit) {
        return jdbc.sql(EVENTS + """
                        WHERE id > :id AND (:runId::text IS NULL OR run_id = :runId)
                        ORDER BY id
                        LIMIT :limit
                        """)
                .param("id", id)
                .param("runId", runId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<RunEvent> withIds(List<Long> ids) {
        return jdbc.sql(EVENTS + "WHERE id IN (:ids) ORDER BY id")
                .param("ids", ids)
                .query(ROW)
                .list();
    }

    long latest() {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM run_event")
                .query(Long.class)
                .single();
    }
}
