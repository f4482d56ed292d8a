package dev.perfloop.change;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every step of a change's status says which status it leaves, so that two who act on one change cannot both succeed. */
@Repository
class ChangeRepository {
    static final String PLAN = "PLAN";
    static final String OFFER = "OFFER";
    private static final RowMapper<RunChange> CHANGE = (row, n) -> new RunChange(
            row.getString("id"),
            new RunId(row.getString("run_id")),
            row.getInt("position"),
            row.getString("finding_id"),
            ChangeJson.read(row.getString("spec")),
            ChangeStatus.valueOf(row.getString("status")),
            row.getObject("earned", Boolean.class),
            row.getString("note"),
            row.getString("purpose").equals(OFFER),
            row.getObject("forecast_bytes", Long.class),
            row.getBoolean("stopped"),
            row.getString("fingerprint_planned"),
            row.getString("fingerprint_before"),
            row.getString("fingerprint_after"));

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RunChange> find(String id) {
        return jdbc.sql("SELECT * FROM change WHERE id = :id")
                .param("id", id)
                .query(CHANGE)
                .optional();
    }

    /** Of an offer, one that may still be made or is in force: what was taken back can be offered anew. */
    Optional<String> find(RunId run, String purpose, Change change) {
        return jdbc.sql("""
                        SELECT id FROM change
                        WHERE run_id = :run AND purpose = :purpose AND spec = :spec::jsonb
                          AND (purpose = 'PLAN' OR status NOT IN ('REVERTED', 'SKIPPED'))""")
                .param("run", run.value())
                .param("purpose", purpose)
                .param("spec", ChangeJson.write(change))
                .query(String.class)
                .optional();
    }

    List<RunChange> ofRun(RunId run) {
        return ofRun(run, PLAN);
    }

    List<RunChange> ofRun(RunId run, String purpose) {
        return jdbc.sql("SELECT * FROM change WHERE run_id = :run AND purpose = :purpose ORDER BY position")
                .param("run", run.value())
                .param("purpose", purpose)
                .query(CHANGE)
                .list();
    }

    /** On the target of this run, whichever run found it lacking; the last first. */
    List<RunChange> offersInForce(RunId run) {
        return jdbc.sql("""
                        SELECT c.*
                        FROM change c
                        JOIN run r ON r.id = c.run_id
                        WHERE r.target = (SELECT target FROM run WHERE id = :run)
                          AND c.purpose = 'OFFER' AND c.status IN ('APPLYING', 'APPLIED', 'UNDOING')
                        ORDER BY r.requested_at DESC, c.position DESC""").param("run", run.value()).query(CHANGE).list();
    }

    /** Ids of the changes that another one of the run rests on. */
    Set<String> neededByOthers(RunId run) {
        return new HashSet<>(
                jdbc.sql("""
                        SELECT n.needs FROM change_need n JOIN change c ON c.id = n.change_id WHERE c.run_id = :run""").param("run", run.value()).query(String.class).list());
    }

    String add(RunId run, String purpose, @Nullable String findingId, Change change) {
        return jdbc.sql("""
                        INSERT INTO change (id, run_id, purpose, position, finding_id, kind, spec, statement, undo_statement,
                                            status)
                        SELECT :run || '-c' || next, :run, :purpose, next, :finding, :kind, :spec::jsonb, :statement, :undo,
                               'PROPOSED'
                        FROM (SELECT COALESCE(max(position), 0) + 1 AS next FROM change WHERE run_id = :run) AS positions
                        RETURNING id""")
                .param("run", run.value())
                .param("purpose", purpose)
                .param("finding", findingId)
                .param("kind", change.kind())
                .param("spec", ChangeJson.write(change))
                .param("statement", change.inWords())
                .param("undo", change.undo())
                .query(String.class)
                .single();
    }

    /** False when the change is no longer PROPOSED. */
    boolean begin(RunChange change, String fingerprint) {
        return jdbc.sql("""
                        UPDATE change SET status = 'APPLYING', fingerprint_before = :fingerprint
                        WHERE id = :id AND status = 'PROPOSED'""")
                        .param("fingerprint", fingerprint)
                        .param("id", change.id())
                        .update()
                == 1;
    }

    /** False when the change is no longer APPLYING: somebody takes it back. */
    boolean applied(RunChange change, String fingerprint, Instant at) {
        return jdbc.sql("""
                        UPDATE change SET status = 'APPLIED', fingerprint_after = :fingerprint, applied_at = :at
                        WHERE id = :id AND status = 'APPLYING'""")
                        .param("fingerprint", fingerprint)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", change.id())
                        .update()
                == 1;
    }

    /** A person says that it is done. */
    void doneByHand(RunChange change, String fingerprintBefore, String fingerprintAfter, String how, Instant at) {
        jdbc.sql("""
                        UPDATE change SET status = 'APPLIED', fingerprint_before = :before, fingerprint_after = :after,
                                          note = :how, applied_at = :at
                        WHERE id = :id AND status = 'PROPOSED'""")
                .param("before", fingerprintBefore)
                .param("after", fingerprintAfter)
                .param("how", how)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", change.id())
                .update();
    }

    void beginUndo(RunChange change, @Nullable String why) {
        jdbc.sql("""
                        UPDATE change SET status = 'UNDOING', note = COALESCE(:why, note)
                        WHERE id = :id AND status IN ('APPLYING', 'APPLIED', 'TAKING_OUT', 'OUT', 'PUTTING_BACK')""").param("why", why).param("id", change.id()).update();
    }

    /** Moves a change on from the status it was read with; false when it has moved on since. */
    boolean move(RunChange change, ChangeStatus next) {
        demand(change, next);
        return jdbc.sql("UPDATE change SET status = :next WHERE id = :id AND status = :status")
                        .param("next", next.name())
                        .param("id", change.id())
                        .param("status", change.status().name())
                        .update()
                == 1;
    }

    private static void demand(RunChange change, ChangeStatus next) {
        if (!change.status().canTransitionTo(next)) {
            throw new IllegalStateException("A change that is " + change.status() + " cannot become " + next);
        }
    }

    /** The service suffers from it: it is taken back, and the plan ends. False when it is not being applied any more. */
    boolean stop(RunChange change, String why) {
        return jdbc.sql("""
                        UPDATE change SET status = 'UNDOING', stopped = true, note = :why
                        WHERE id = :id AND status = 'APPLYING'""").param("why", why).param("id", change.id()).update() == 1;
    }

    /** Of the target's schema when the run's plan was drafted; empty before that. */
    Optional<String> fingerprintPlanned(RunId run) {
        return jdbc.sql("SELECT min(fingerprint_planned) FROM change WHERE run_id = :run AND purpose = 'PLAN'")
                .param("run", run.value())
                .query(String.class)
                .optional();
    }

    /** Of the target's schema as the run left it last, or as it was when the plan was drafted. */
    Optional<String> lastFingerprint(RunId run) {
        return jdbc.sql("""
                        SELECT COALESCE(
                            (SELECT fingerprint_after FROM change
                             WHERE run_id = :run AND purpose = 'PLAN' AND fingerprint_after IS NOT NULL
                             ORDER BY applied_at DESC, position DESC LIMIT 1),
                            min(fingerprint_planned))
                        FROM change WHERE run_id = :run AND purpose = 'PLAN'""").param("run", run.value()).query(String.class).optional();
    }

    void plan(String id, @Nullable Long forecastBytes, @Nullable String fingerprint) {
        jdbc.sql("UPDATE change SET forecast_bytes = :bytes, fingerprint_planned = :fingerprint WHERE id = :id")
                .param("bytes", forecastBytes)
                .param("fingerprint", fingerprint)
                .param("id", id)
                .update();
    }

    /** Ends a change that is in the status it was read with; does nothing when it has moved on since. */
    void end(RunChange change, ChangeStatus end, @Nullable String why, Instant at) {
        demand(change, end);
        jdbc.sql("""
                        UPDATE change
                        SET status = :end, note = COALESCE(:why, note), ended_at = :at,
                            earned = CASE WHEN :end = 'KEPT' THEN true ELSE earned END
                        WHERE id = :id AND status = :status""")
                .param("end", end.name())
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", change.id())
                .param("status", change.status().name())
                .update();
    }

    /** @param earned null while nobody may say so yet: a run that is cancelled takes back what is not kept */
    void judge(String id, @Nullable Boolean earned, String why) {
        jdbc.sql("""
                        UPDATE change SET earned = :earned, note = :why
                        WHERE id = :id AND status IN ('APPLYING', 'APPLIED', 'OUT')""").param("earned", earned).param("why", why).param("id", id).update();
    }
}
