package dev.perfloop.optimization;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ObservabilityWishRepository {
    enum Wish {
        SHOW,
        APPLY,
        UNDO
    }

    private final JdbcClient jdbc;

    ObservabilityWishRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Wish get(String id) {
        return Wish.valueOf(jdbc.sql("SELECT kind FROM observability_wish WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    boolean isRunUnderWay(RunId run) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM run
                                       WHERE status <> 'ENDED' AND target = (SELECT target FROM run WHERE id = :run))""").param("run", run.value()).query(Boolean.class).single();
    }

    void fulfilled(String id, String note, Instant at) {
        jdbc.sql("UPDATE observability_wish SET fulfilled_at = :at, note = :note WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", note)
                .param("id", id)
                .update();
    }
}
