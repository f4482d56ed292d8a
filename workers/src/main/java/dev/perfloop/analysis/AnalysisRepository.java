package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.run.RunId;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class AnalysisRepository {
    private static final ObjectMapper JSON = new ObjectMapper();

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Result(Latencies all, Map<String, Latencies> requests) {}

    private static final RowMapper<Finding> FINDING = (row, n) -> new Finding(
            row.getString("id"),
            row.getInt("rank"),
            row.getString("kind"),
            Layer.valueOf(row.getString("layer")),
            row.getDouble("impact"),
            Finding.Confidence.valueOf(row.getString("confidence")),
            Finding.Priority.valueOf(row.getString("priority")),
            Finding.Effort.valueOf(row.getString("effort")),
            row.getString("summary"),
            row.getObject("gain_low_pct", Double.class),
            row.getObject("gain_high_pct", Double.class),
            read(row.getString("evidence"), Evidence.class),
            row.getString("proposal") == null ? null : read(row.getString("proposal"), Proposal.class));

    private final JdbcClient jdbc;

    AnalysisRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last valid load test driven for the profile. */
    Optional<DrivenLoad> load(RunId run) {
        return jdbc.sql("""
                        SELECT result
                        FROM load_test
                        WHERE run_id = :run AND phase = 'PROFILE' AND status = 'VALID' AND result IS NOT NULL
                        ORDER BY started_at DESC
                        LIMIT 1""")
                .param("run", run.value())
                .query(String.class)
                .optional()
                .map(json -> read(json, Result.class))
                .map(result -> new DrivenLoad(result.all(), result.requests(), driven(run)));
    }

    /** Also by tests that were invalid: the database counted what they asked. Not by a round whose counters were lost. */
    private Map<String, Long> driven(RunId run) {
        Map<String, Long> driven = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT w.request, sum(w.count) AS requests
                        FROM load_window w JOIN load_test t ON t.id = w.load_test_id
                        WHERE t.run_id = :run AND t.phase = 'PROFILE'
                          AND t.round = (SELECT max(round) FROM load_test WHERE run_id = :run AND phase = 'PROFILE')
                        GROUP BY w.request""").param("run", run.value()).query(row -> {
            driven.put(row.getString("request"), row.getLong("requests"));
        });
        return driven;
    }

    @Transactional
    void replaceBottlenecks(RunId run, List<Bottleneck> bottlenecks) {
        jdbc.sql("DELETE FROM bottleneck WHERE run_id = :run")
                .param("run", run.value())
                .update();
        for (int i = 0; i < bottlenecks.size(); i++) {
            var bottleneck = bottlenecks.get(i);
            jdbc.sql("""
                            INSERT INTO bottleneck (run_id, rank, layer, impact, summary, subject)
                            VALUES (:run, :rank, :layer, :impact, :summary, :subject::jsonb)""")
                    .param("run", run.value())
                    .param("rank", i + 1)
                    .param("layer", bottleneck.layer().name())
                    .param("impact", bottleneck.impact())
                    .param("summary", bottleneck.summary().replace("\0", ""))
                    .param("subject", write(bottleneck.subject()))
                    .update();
        }
    }

    /** Puts a layer's findings in place of those an earlier attempt left. */
    @Transactional
    void replaceFindings(RunId run, Layer layer, List<Finding> findings) {
        jdbc.sql("DELETE FROM finding WHERE run_id = :run AND layer = :layer")
                .param("run", run.value())
                .param("layer", layer.name())
                .update();
        findings.forEach(finding -> insert(run, finding));
    }

    private void insert(RunId run, Finding finding) {
        jdbc.sql("""
                        INSERT INTO finding (id, run_id, rank, kind, layer, impact, confidence, priority, effort, summary,
                                             gain_low_pct, gain_high_pct, evidence, proposal)
                        VALUES (:id, :run, :rank, :kind, :layer, :impact, :confidence, :priority, :effort, :summary,
                                :low, :high, :evidence::jsonb, :proposal::jsonb)
                        ON CONFLICT (id) DO NOTHING""")
                .param("id", finding.id())
                .param("run", run.value())
                .param("rank", finding.rank())
                .param("kind", finding.kind())
                .param("layer", finding.layer().name())
                .param("impact", finding.impact())
                .param("confidence", finding.confidence().name())
                .param("priority", finding.priority().name())
                .param("effort", finding.effort().name())
                .param("summary", finding.summary().replace("\0", ""))
                .param("low", finding.gainLowPct())
                .param("high", finding.gainHighPct())
                .param("evidence", write(finding.evidence()))
                .param("proposal", proposal(finding.proposal()))
                .update();
    }

    /** Puts these in place of all that were found in the run. */
    @Transactional
    void replaceFindings(RunId run, List<Finding> findings) {
        jdbc.sql("DELETE FROM finding WHERE run_id = :run")
                .param("run", run.value())
                .update();
        findings.forEach(finding -> insert(run, finding));
    }

    List<Finding> findings(RunId run) {
        return jdbc.sql("SELECT * FROM finding WHERE run_id = :run ORDER BY rank, impact DESC, id")
                .param("run", run.value())
                .query(FINDING)
                .list();
    }

    @Transactional
    void replaceRefusals(RunId run, Layer layer, List<Refused> refusals) {
        jdbc.sql("DELETE FROM refusal WHERE run_id = :run AND layer = :layer")
                .param("run", run.value())
                .param("layer", layer.name())
                .update();
        jdbc.sql("""
                        INSERT INTO refusal (run_id, layer, subject, reason)
                        SELECT :run, :layer, refused ->> 'subject', refused ->> 'reason'
                        FROM jsonb_array_elements(:refusals::jsonb) refused
                        ON CONFLICT (run_id, subject) DO NOTHING""")
                .param("run", run.value())
                .param("layer", layer.name())
                .param("refusals", write(refusals))
                .update();
    }

    List<Refused> refusals(RunId run) {
        return jdbc.sql("SELECT subject, reason FROM refusal WHERE run_id = :run ORDER BY subject")
                .param("run", run.value())
                .query((row, n) -> new Refused(row.getString("subject"), row.getString("reason")))
                .list();
    }

    private static @Nullable String proposal(@Nullable Proposal proposal) {
        try {
            return proposal == null
                    ? null
                    : withoutZero(JSON.writerFor(Proposal.class).writeValueAsString(proposal));
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }

    /** PostgreSQL's jsonb refuses the character 0, which a query may hold. */
    private static String withoutZero(String json) {
        return json.replace("\\u0000", "");
    }

    private static String write(Object value) {
        try {
            return withoutZero(JSON.writeValueAsString(value));
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }
}
