package dev.perfloop.change;

import dev.perfloop.change.TakeBacks.Kept;
import dev.perfloop.change.TakeBacks.Waiting;
import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TakeBackRepository {
    private final JdbcClient jdbc;

    TakeBackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fingerprint of the schema just before; null until it begins
     * @param outcome null until it has ended
     */
    record TakeBack(
            String change,
            String by,
            String reason,
            @Nullable String fingerprint,
            @Nullable String outcome) {}

    Optional<Kept> newestKept(String target, Instant since, boolean allowed) {
        return jdbc.sql("""
                        SELECT c.id, c.statement, c.ended_at
                        FROM change c
                        JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target AND c.status = 'KEPT' AND c.purpose = 'PLAN' AND c.kind <> 'CODE_ADVICE'
                          AND c.ended_at > :since
                          AND NOT EXISTS (SELECT 1 FROM taking_back t WHERE t.change_id = c.id)
                          AND NOT EXISTS (
                              SELECT 1 FROM change_need n JOIN change o ON o.id = n.change_id
                              WHERE n.needs = c.id AND o.status NOT IN ('PROPOSED', 'SKIPPED', 'REVERTED'))
                          AND (NOT :allowed OR EXISTS (
                              SELECT 1 FROM approval a
                              JOIN approval_decision d ON d.approval_id = a.id AND d.may_take_back
                              WHERE a.run_id = c.run_id AND a.kind = 'PLAN' AND a.status = 'APPROVED' AND a.decided_in = 'PERFLOOP'))
                        ORDER BY c.ended_at DESC, c.position DESC
                        LIMIT 1""")
                .param("target", target)
                .param("since", at(since))
                .param("allowed", allowed)
                .query((row, n) -> new Kept(
                        row.getString("id"),
                        row.getString("statement"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<String> add(String change, String by, String reason, Instant now) {
        return jdbc.sql("""
                        INSERT INTO take_back (id, change_id, wished_by, wished_at, reason)
                        SELECT :id, c.id, :by, :now, :reason FROM change c WHERE c.id = :change AND c.status = 'KEPT'
                        ON CONFLICT DO NOTHING
                        RETURNING id""")
                .param("id", UUID.randomUUID().toString())
                .param("change", change)
                .param("by", by)
                .param("now", at(now))
                .param("reason", reason)
                .query(String.class)
                .optional();
    }

    List<Waiting> waiting(String target) {
        return jdbc.sql("""
                        SELECT c.run_id, t.id
                        FROM take_back t
                        JOIN change c ON c.id = t.change_id
                        JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target AND t.ended_at IS NULL
                        ORDER BY t.wished_at""")
                .param("target", target)
                .query((row, n) -> new Waiting(new RunId(row.getString("run_id")), row.getString("id")))
                .list();
    }

    TakeBack get(String id) {
        return jdbc.sql("SELECT * FROM take_back WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new TakeBack(
                        row.getString("change_id"),
                        row.getString("wished_by"),
                        row.getString("reason"),
                        row.getString("fingerprint_before"),
                        row.getString("outcome")))
                .single();
    }

    Optional<String> activeRun(RunId ofItsTarget) {
        return jdbc.sql("""
                        SELECT id FROM run
                        WHERE status <> 'ENDED' AND target = (SELECT target FROM run WHERE id = :run)""")
                .param("run", ofItsTarget.value())
                .query(String.class)
                .optional();
    }

    /** What is on the target, or about to be, and rests on the change. */
    List<String> restingOn(String change) {
        return jdbc.sql("""
                        SELECT c.statement
                        FROM change_need n
                        JOIN change c ON c.id = n.change_id
                        WHERE n.needs = :change AND c.status NOT IN ('PROPOSED', 'SKIPPED', 'REVERTED')
                        ORDER BY c.position""").param("change", change).query(String.class).list();
    }

    void begin(String id, String fingerprint) {
        jdbc.sql("UPDATE take_back SET fingerprint_before = :fingerprint WHERE id = :id AND fingerprint_before IS NULL")
                .param("id", id)
                .param("fingerprint", fingerprint)
                .update();
    }

    void end(String id, String outcome, String note, Instant now) {
        jdbc.sql("""
                        UPDATE take_back SET outcome = :outcome, note = :note, ended_at = :now
                        WHERE id = :id AND ended_at IS NULL""")
                .param("id", id)
                .param("outcome", outcome)
                .param("note", note)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
