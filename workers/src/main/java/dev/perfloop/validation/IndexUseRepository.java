package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of a run's new indexes the target really used. */
@Repository
class IndexUseRepository {
    record AppliedIndex(String changeId, String statement) {}

    private final JdbcClient jdbc;
    private final TargetDatabase.Door door;

    IndexUseRepository(JdbcClient jdbc, TargetDatabase.Door door) {
        this.jdbc = jdbc;
        this.door = door;
    }

    List<AppliedIndex> applied(RunId run) {
        return jdbc.sql("""
                        SELECT id, statement FROM change
                        WHERE run_id = :run AND kind = 'CREATE_INDEX' AND status = 'APPLIED'
                        ORDER BY position""")
                .param("run", run.value())
                .query((row, n) -> new AppliedIndex(row.getString("id"), row.getString("statement")))
                .list();
    }

    /** Names of indexes with at least one scan since they were created. */
    List<String> usedIndexes(Target target) {
        return door.of(target).read(database -> database.sql(
                        "SELECT indexrelname FROM pg_stat_user_indexes WHERE idx_scan > 0")
                .query(String.class)
                .list());
    }

    void judge(String changeId, boolean earned, String note) {
        jdbc.sql("UPDATE change SET earned = :earned, note = :note WHERE id = :id")
                .param("earned", earned)
                .param("note", note)
                .param("id", changeId)
                .update();
    }
}
