package dev.perfloop.profiling.server;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who is in a transaction, and who waits for whom; takes no lock but that of the lock table, and only while one waits. */
final class SessionsRepository {
    private final JdbcClient jdbc;

    SessionsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sessions of the target's database in a transaction, ours left out; replicas that hold back vacuum on their behalf. */
    List<Session> inTransaction() {
        return jdbc.sql("""
                        SELECT pid,
                               CASE WHEN backend_type = 'walsender' THEN 'replica ' ELSE '' END
                                   || coalesce(nullif(application_name, ''), 'role ' || usename, backend_type) AS name,
                               coalesce(state, '') AS state,
                               query_id,
                               left(query, 4000) AS query,
                               coalesce(extract(epoch FROM clock_timestamp() - xact_start), 0) AS seconds,
                               greatest(age(backend_xid), age(backend_xmin)) AS held_back,
                               CASE WHEN wait_event_type = 'Lock' THEN pg_blocking_pids(pid) ELSE '{}' END AS blockers
                        FROM pg_stat_activity
                        WHERE application_name <> 'perfloop'
                          AND (datname = current_database()
                                   AND backend_type = 'client backend'
                                   AND xact_start IS NOT NULL
                               OR backend_type = 'walsender' AND backend_xmin IS NOT NULL
                               OR datname = current_database() AND wait_event_type = 'Lock')""").query(SessionsRepository::session).list();
    }

    /** Prepared transactions of the target's database and replication slots that hold back vacuum. */
    List<Session> withoutSession() {
        return jdbc.sql("""
                        SELECT 0 AS pid,
                               'prepared transaction ' || gid AS name,
                               'prepared' AS state,
                               NULL::bigint AS query_id,
                               '' AS query,
                               extract(epoch FROM clock_timestamp() - prepared) AS seconds,
                               age(transaction) AS held_back,
                               '{}'::int[] AS blockers
                        FROM pg_prepared_xacts
                        WHERE database = current_database()
                        UNION ALL
                        SELECT 0,
                               'replication slot ' || slot_name,
                               CASE WHEN active THEN 'slot in use' ELSE 'slot that nobody uses' END,
                               NULL,
                               '',
                               0,
                               age(xmin),
                               '{}'
                        FROM pg_replication_slots
                        WHERE xmin IS NOT NULL""").query(SessionsRepository::session).list();
    }

    List<WaitedLock> waitedLocks(List<Integer> pids) {
        return jdbc.sql("""
                        SELECT l.pid, l.locktype, l.mode,
                               (SELECT n.nspname || '.' || t.relname
                                FROM pg_class c
                                LEFT JOIN pg_index i ON i.indexrelid = c.oid
                                JOIN pg_class t ON t.oid = coalesce(i.indrelid, c.oid)
                                JOIN pg_namespace n ON n.oid = t.relnamespace
                                WHERE c.oid = coalesce(l.relation, held.relation)) AS relation
                        FROM pg_locks l
                        LEFT JOIN LATERAL (
                            SELECT h.relation
                            FROM pg_locks h
                            LEFT JOIN pg_class c ON c.oid = h.relation
                            WHERE h.pid = l.pid
                              AND h.granted
                              AND (h.locktype = 'tuple'
                                   OR h.locktype = 'relation'
                                       AND h.mode IN ('RowExclusiveLock', 'RowShareLock')
                                       AND c.relkind IN ('r', 'p'))
                            ORDER BY h.locktype <> 'tuple', h.mode <> 'RowExclusiveLock', c.relkind = 'p', h.relation
                            LIMIT 1) held ON l.relation IS NULL
                        WHERE NOT l.granted AND l.pid IN (:pids)""")
                .param("pids", pids)
                .query((row, n) -> new WaitedLock(
                        row.getInt("pid"), row.getString("locktype"), row.getString("mode"), relation(row)))
                .list();
    }

    private static @Nullable String relation(ResultSet row) throws SQLException {
        return row.getString("relation");
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        String query = row.getString("query");
        return new Session(
                row.getInt("pid"),
                row.getString("name"),
                row.getString("state"),
                nullable(row, "query_id"),
                query == null ? "" : query,
                row.getDouble("seconds"),
                nullable(row, "held_back"),
                numbers(row.getArray("blockers")));
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }
}
