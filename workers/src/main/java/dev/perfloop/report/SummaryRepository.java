package dev.perfloop.report;

import dev.perfloop.report.Summary.BlindSpotLine;
import dev.perfloop.report.Summary.ChangeLine;
import dev.perfloop.report.Summary.Figures;
import dev.perfloop.report.Summary.FindingLine;
import dev.perfloop.report.Summary.ProfileLine;
import dev.perfloop.report.Summary.RollbackLine;
import dev.perfloop.report.Summary.TimingLine;
import dev.perfloop.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SummaryRepository {
    private final JdbcClient jdbc;

    SummaryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FindingLine> findings(RunId run) {
        return jdbc.sql(
                        "SELECT kind, layer, impact, confidence, summary FROM finding WHERE run_id = :run ORDER BY rank")
                .param("run", run.value())
                .query(FindingLine.class)
                .list();
    }

    /** A change that never got to the target counts as skipped; one that is still there counts as kept, wanted or not. */
    List<ChangeLine> changes(RunId run) {
        return jdbc.sql("""
                        SELECT kind, statement,
                               CASE WHEN status IN ('OUT', 'REVERTED') THEN 'REVERTED'
                                    WHEN status IN ('PROPOSED', 'SKIPPED') THEN 'SKIPPED'
                                    WHEN status = 'TO_BE_TAKEN_BACK' THEN status
                                    ELSE 'KEPT' END AS status,
                               note
                        FROM change WHERE run_id = :run AND purpose = 'PLAN' ORDER BY position""").param("run", run.value()).query(ChangeLine.class).list();
    }

    @Nullable RollbackLine rollback(RunId run) {
        return jdbc.sql("SELECT latency, reason FROM rollback_proof WHERE run_id = :run")
                .param("run", run.value())
                .query(RollbackLine.class)
                .optional()
                .orElse(null);
    }

    /** The newest valid test of each profile and side. Without a before, the profiling load stands in for it. */
    List<ProfileLine> profiles(RunId run) {
        return jdbc.sql("""
                        WITH newest AS (
                            SELECT DISTINCT ON (profile, phase) profile, phase, result -> 'all' AS figures
                            FROM load_test
                            WHERE run_id = :run AND status = 'VALID' AND phase IN ('PROFILE', 'BEFORE', 'AFTER')
                            ORDER BY profile, phase, started_at DESC
                        ), judged AS (
                            SELECT profile,
                                   CASE WHEN bool_or(result = 'FAIL') THEN 'FAIL'
                                        WHEN bool_or(result = 'INCONCLUSIVE') THEN 'INCONCLUSIVE'
                                        ELSE 'PASS' END AS verdict
                            FROM verdict
                            WHERE run_id = :run AND request = '' AND metric IN ('P50_MS', 'P95_MS', 'THROUGHPUT', 'ERROR_RATE')
                              AND round = (SELECT max(round) FROM verdict WHERE run_id = :run)
                            GROUP BY profile
                        )
                        SELECT p.profile,
                               COALESCE(b.figures, q.figures) AS before,
                               a.figures AS after,
                               j.verdict
                        FROM (SELECT DISTINCT profile FROM newest) p
                        LEFT JOIN newest b ON b.profile = p.profile AND b.phase = 'BEFORE'
                        LEFT JOIN newest q ON q.profile = p.profile AND q.phase = 'PROFILE'
                        LEFT JOIN newest a ON a.profile = p.profile AND a.phase = 'AFTER'
                        LEFT JOIN judged j ON j.profile = p.profile
                        ORDER BY array_position(ARRAY['BASELINE', 'PEAK', 'STRESS', 'SOAK'], p.profile)""")
                .param("run", run.value())
                .query((row, n) -> new ProfileLine(
                        row.getString("profile"),
                        figures(row, "before"),
                        figures(row, "after"),
                        row.getString("verdict")))
                .list();
    }

    List<BlindSpotLine> blindSpots(RunId run) {
        return jdbc.sql("SELECT what, why, mend FROM run_blind_spot WHERE run_id = :run ORDER BY what")
                .param("run", run.value())
                .query(BlindSpotLine.class)
                .list();
    }

    /** Wall time of each step, retries and repetitions added up; in the order in which they first ran. */
    List<TimingLine> timings(RunId run) {
        return jdbc.sql("""
                        SELECT concat_ws('/', caller_element, element_id) AS step,
                               round(sum(extract(epoch FROM ended_at - started_at))::numeric, 3) AS seconds
                        FROM run_step
                        WHERE run_id = :run AND ended_at IS NOT NULL
                        GROUP BY caller_element, element_id
                        ORDER BY min(id)""").param("run", run.value()).query(TimingLine.class).list();
    }

    /** Why it was judged so; else why its last load could not be judged; else why nothing was applied; else what a person said. */
    String reason(RunId run) {
        return jdbc.sql("""
                        SELECT COALESCE(
                            (SELECT reason FROM comparison WHERE run_id = :run ORDER BY round DESC LIMIT 1),
                            (SELECT reason FROM regression_gate WHERE run_id = :run),
                            (SELECT words FROM calibration WHERE run_id = :run),
                            (SELECT last.invalid_reason
                             FROM (SELECT status, invalid_reason FROM load_test
                                   WHERE run_id = :run ORDER BY started_at DESC LIMIT 1) last
                             WHERE last.status IN ('INVALID', 'ABORTED')),
                            (SELECT 'None of the changes could be applied: ' || string_agg(DISTINCT note, ' ')
                             FROM change WHERE run_id = :run AND kind <> 'CODE_ADVICE' HAVING bool_and(status = 'SKIPPED')),
                            (SELECT nullif(comment, '') FROM approval
                             WHERE run_id = :run AND status <> 'PENDING' ORDER BY decided_at DESC LIMIT 1),
                            (SELECT note FROM change
                             WHERE run_id = :run AND kind = 'CODE_ADVICE' AND status = 'SKIPPED' ORDER BY position LIMIT 1),
                            '')""").param("run", run.value()).query(String.class).single();
    }

    /** What a person has to take back, and how; one line for each change. */
    List<String> toTakeBack(RunId run) {
        return jdbc.sql("""
                        SELECT statement || ': ' || undo_statement FROM change
                        WHERE run_id = :run AND status = 'TO_BE_TAKEN_BACK' ORDER BY position""").param("run", run.value()).query(String.class).list();
    }

    private static @Nullable Figures figures(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : FiguresReader.read(json);
    }
}
