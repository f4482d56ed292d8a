package dev.perfloop.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.StatementFacts.Details;
import dev.perfloop.run.RunId;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what each statement did; a thousand in one go, as there may be tens of thousands. */
@Repository
class StatementRepository {
    private static final int BATCH = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    StatementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(RunId run, List<StatementFacts> statements) {
        jdbc.sql("DELETE FROM profile_statement WHERE run_id = :run")
                .param("run", run.value())
                .update();
        for (int from = 0; from < statements.size(); from += BATCH) {
            insert(run, statements.subList(from, Math.min(from + BATCH, statements.size())));
        }
    }

    private void insert(RunId run, List<StatementFacts> batch) {
        jdbc.sql("""
                        INSERT INTO profile_statement (run_id, query_id, query, calls, total_ms, mean_ms, rows, shared_blks_hit,
                                                       shared_blks_read, temp_blks, wal_bytes, db_time_share, details)
                        SELECT :run, "queryId", query, calls, "totalMs", "meanMs", rows, "sharedBlocksHit",
                               "sharedBlocksRead", "tempBlocks", "walBytes", "dbTimeShare", details
                        FROM json_to_recordset(:batch::json) AS s (
                            "queryId" bigint, query text, calls bigint, "totalMs" double precision, "meanMs" double precision,
                            rows bigint, "sharedBlocksHit" bigint, "sharedBlocksRead" bigint, "tempBlocks" bigint,
                            "walBytes" bigint, "dbTimeShare" double precision, details jsonb)""").param("run", run.value()).param("batch", write(batch)).update();
    }

    List<StatementFacts> of(RunId run) {
        return jdbc.sql("SELECT * FROM profile_statement WHERE run_id = :run ORDER BY total_ms DESC, query_id")
                .param("run", run.value())
                .query((row, n) -> new StatementFacts(
                        row.getLong("query_id"),
                        row.getString("query"),
                        row.getLong("calls"),
                        row.getDouble("total_ms"),
                        row.getDouble("mean_ms"),
                        row.getLong("rows"),
                        row.getLong("shared_blks_hit"),
                        row.getLong("shared_blks_read"),
                        row.getLong("temp_blks"),
                        row.getLong("wal_bytes"),
                        row.getDouble("db_time_share"),
                        details(row.getString("details"))))
                .list();
    }

    private static Details details(String json) {
        try {
            return JSON.readValue(json, Details.class);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }

    private static String write(List<StatementFacts> batch) {
        try {
            return JSON.writeValueAsString(batch);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }
}
