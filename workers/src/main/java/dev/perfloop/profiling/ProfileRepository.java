package dev.perfloop.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.perfloop.run.RunId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProfileRepository {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final JdbcClient jdbc;
    private final StatementRepository statements;

    ProfileRepository(JdbcClient jdbc, StatementRepository statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    Optional<Counters> start(RunId run) {
        return jdbc.sql("SELECT counters FROM profile_start WHERE run_id = :run")
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(json -> read(json, new TypeReference<Counters>() {}));
    }

    void saveStart(RunId run, Counters counters) {
        jdbc.sql("INSERT INTO profile_start (run_id, at, counters) VALUES (:run, :at, :counters::jsonb)")
                .param("run", run.value())
                .param("at", at(counters.at()))
                .param("counters", write(counters.slim()))
                .update();
    }

    void forgetStart(RunId run) {
        jdbc.sql("DELETE FROM profile_start WHERE run_id = :run")
                .param("run", run.value())
                .update();
        jdbc.sql("DELETE FROM profile_sample WHERE run_id = :run")
                .param("run", run.value())
                .update();
    }

    /** Statuses of the load tests driven for profiling in this round, by how many there are. */
    Map<String, Integer> loadTests(RunId run, int round) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                        SELECT status, count(*)
                        FROM load_test
                        WHERE run_id = :run AND phase = 'PROFILE' AND round = :round
                        GROUP BY status""").param("run", run.value()).param("round", round).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    boolean exists(RunId run) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM profile WHERE run_id = :run)")
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    /** The row of the profile itself comes last: where it is, all is. */
    void save(RunId run, Profile profile) {
        statements.replace(run, profile.statements());
        jdbc.sql("""
                        INSERT INTO profile (run_id, from_at, to_at, server_version, tables, indexes, settings, waits)
                        VALUES (:run, :from, :to, :version, :tables::jsonb, :indexes::jsonb, :settings::jsonb, :waits::jsonb)
                        ON CONFLICT (run_id) DO NOTHING""")
                .param("run", run.value())
                .param("from", at(profile.from()))
                .param("to", at(profile.to()))
                .param("version", profile.serverVersion())
                .param("tables", write(profile.tables()))
                .param("indexes", write(profile.indexes()))
                .param("settings", write(profile.settings()))
                .param("waits", write(profile.waits()))
                .update();
    }

    void save(RunId run, List<Sample> samples) {
        jdbc.sql("""
                        INSERT INTO profile_sample (run_id, metric, at, value)
                        SELECT :run, metric, at, value
                        FROM json_to_recordset(:samples::json) AS s (metric text, at timestamptz, value double precision)
                        ON CONFLICT DO NOTHING""").param("run", run.value()).param("samples", write(samples)).update();
    }

    void save(RunId run, StatementPlan plan) {
        jdbc.sql("""
                        INSERT INTO profile_plan (run_id, query_id, how, plan)
                        VALUES (:run, :id, :how, :plan::jsonb)
                        ON CONFLICT (run_id, query_id) DO UPDATE SET how = EXCLUDED.how, plan = EXCLUDED.plan""")
                .param("run", run.value())
                .param("id", plan.queryId())
                .param("how", plan.how())
                .param("plan", plan.json())
                .update();
    }

    Optional<Profile> profile(RunId run) {
        return jdbc.sql("SELECT * FROM profile WHERE run_id = :run")
                .param("run", run.value())
                .query((row, n) -> new Profile(
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("server_version"),
                        read(row.getString("tables"), new TypeReference<List<TableFacts>>() {}),
                        read(row.getString("indexes"), new TypeReference<List<IndexFacts>>() {}),
                        read(row.getString("settings"), new TypeReference<Map<String, String>>() {}),
                        read(row.getString("waits"), new TypeReference<Map<String, Long>>() {}),
                        statements.of(run)))
                .optional();
    }

    List<StatementPlan> plans(RunId run) {
        return jdbc.sql("SELECT query_id, how, plan FROM profile_plan WHERE run_id = :run")
                .param("run", run.value())
                .query((row, n) ->
                        new StatementPlan(row.getLong("query_id"), row.getString("how"), row.getString("plan")))
                .list();
    }

    List<Sample> samples(RunId run) {
        return jdbc.sql("SELECT metric, at, value FROM profile_sample WHERE run_id = :run ORDER BY at")
                .param("run", run.value())
                .query((row, n) -> new Sample(
                        row.getString("metric"), row.getTimestamp("at").toInstant(), row.getDouble("value")))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }
}
