package dev.perfloop.web.guards;

import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LiftedGuardsRepository {
    private final JdbcClient jdbc;

    LiftedGuardsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last time that guards of a target were lifted; empty where it was never, or where guards were set since. */
    Optional<Lifted> lastOf(String target) {
        return jdbc.sql("""
                        SELECT jsonb_array_length(guards) AS guards, brought_back, released_by, released_at, change_id
                        FROM guard_release r
                        WHERE target = :target AND NOT EXISTS (
                            SELECT FROM regression_guard g WHERE g.target = r.target AND g.set_at > r.released_at)
                        ORDER BY released_at DESC
                        LIMIT 1""")
                .param("target", target)
                .query((row, n) -> new Lifted(
                        row.getInt("guards"),
                        row.getInt("brought_back"),
                        row.getString("released_by"),
                        Columns.instant(row, "released_at"),
                        row.getString("change_id")))
                .optional();
    }

    /**
     * @param broughtBack older ones that stand again in their place
     * @param changeId    the change that was taken back; null where a person lifted the guards themselves
     */
    record Lifted(
            int guards,
            int broughtBack,
            String by,
            Instant at,
            @Nullable String changeId) {}
}
