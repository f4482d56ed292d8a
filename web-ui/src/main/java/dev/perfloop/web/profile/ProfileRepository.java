package dev.perfloop.web.profile;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.rows.RawJson;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProfileRepository {
    private final JdbcClient jdbc;

    ProfileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> rows(String runId) {
        return jdbc.sql("SELECT part FROM profile_part WHERE run_id = :runId")
                .param("runId", runId)
                .query(String.class)
                .list();
    }

    Optional<RawJson> part(String runId, Part part) {
        return jdbc.sql("SELECT content FROM profile_part WHERE run_id = :runId AND part = :part")
                .param("runId", runId)
                .param("part", part.row())
                .query((row, n) -> Columns.json(row, "content"))
                .optional();
    }
}
