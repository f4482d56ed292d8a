package dev.perfloop.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each schema once, under its fingerprint, so that a difference can be named and not only noticed. */
@Repository
class SchemaSnapshotRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SchemaSnapshotRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the snapshot's fingerprint. */
    String keep(SchemaSnapshot snapshot) {
        String fingerprint = snapshot.fingerprint();
        jdbc.sql("""
                        INSERT INTO schema_snapshot (fingerprint, lines)
                        VALUES (:fingerprint, :lines::jsonb)
                        ON CONFLICT DO NOTHING""")
                .param("fingerprint", fingerprint)
                .param("lines", json(snapshot))
                .update();
        return fingerprint;
    }

    SchemaSnapshot get(String fingerprint) {
        return jdbc.sql("SELECT lines FROM schema_snapshot WHERE fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query((row, n) -> snapshot(row.getString("lines")))
                .single();
    }

    private static String json(SchemaSnapshot snapshot) {
        try {
            return JSON.writeValueAsString(snapshot.lines());
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static SchemaSnapshot snapshot(String json) {
        try {
            return new SchemaSnapshot(JSON.readValue(json, new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
