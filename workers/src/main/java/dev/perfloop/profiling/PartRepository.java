package dev.perfloop.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.perfloop.run.RunId;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PartRepository {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final JdbcClient jdbc;

    PartRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(RunId run, ProfilePart part) {
        try {
            jdbc.sql("""
                            INSERT INTO profile_part (run_id, part, content)
                            VALUES (:run, :part, :content::jsonb)
                            ON CONFLICT (run_id, part) DO UPDATE SET content = EXCLUDED.content""")
                    .param("run", run.value())
                    .param("part", part.getClass().getSimpleName())
                    // PostgreSQL's jsonb refuses the character 0, which a query may hold.
                    .param("content", JSON.writeValueAsString(part).replace("\\u0000", ""))
                    .update();
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }

    <T extends ProfilePart> Optional<T> find(RunId run, Class<T> part) {
        return jdbc.sql("SELECT content FROM profile_part WHERE run_id = :run AND part = :part")
                .param("run", run.value())
                .param("part", part.getSimpleName())
                .query(String.class)
                .optional()
                .map(json -> read(json, part));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }
}
