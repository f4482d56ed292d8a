package dev.perfloop.change.guard;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexChange;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The transactions of a target that began long ago. */
@Repository
class TransactionRepository {

    /** @param application as it names itself; the role where it does not */
    record OldTransaction(int pid, String application, String state, long seconds) {
        String said() {
            return "pid %d (%s, %s, for %s)".formatted(pid, application, state, age());
        }

        private String age() {
            return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
        }
    }

    /** For which an index on that table would have to wait, the oldest first. */
    List<OldTransaction> inTheWay(TargetDatabase target, IndexChange index, Duration older) {
        boolean build = index instanceof CreateIndex;
        return target.read(jdbc -> jdbc.sql("""
                        SELECT a.pid,
                               COALESCE(NULLIF(a.application_name, ''), a.usename, 'unnamed') AS application,
                               COALESCE(a.state, a.backend_type) AS state,
                               extract(epoch FROM clock_timestamp() - a.xact_start)::bigint AS seconds
                        FROM pg_stat_activity a
                        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
                          AND clock_timestamp() - a.xact_start >= make_interval(secs => :age)
                          AND (:build AND a.backend_type = 'client backend' AND a.backend_xmin IS NOT NULL
                               OR EXISTS (
                                   SELECT 1
                                   FROM pg_locks l
                                   JOIN pg_class c ON c.oid = l.relation
                                   JOIN pg_namespace n ON n.oid = c.relnamespace
                                   WHERE l.pid = a.pid AND n.nspname = :schema AND c.relname = :table
                                     AND l.locktype = 'relation'
                                     AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                                     AND NOT (:build AND l.mode IN ('AccessShareLock', 'RowShareLock'))))
                        ORDER BY a.xact_start""")
                .param("age", older.toNanos() / 1e9)
                .param("build", build)
                .param("schema", index.table().schema())
                .param("table", index.table().name())
                .query(OldTransaction.class)
                .list());
    }

    /** Sessions of which we may not see what they do. */
    long hidden(TargetDatabase target) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND query = '<insufficient privilege>'""").query(Long.class).single());
    }
}
