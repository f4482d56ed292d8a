package dev.perfloop.fingerprint;

import dev.perfloop.fingerprint.Counts.Count;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the target's statement counters again and again over one connection, quickly: without the statements' texts. */
@Repository
class StatementCountRepository {
    /** The first ones are slower: the driver prepares from the fifth on. */
    private static final int TRIPS = 12;

    private final TargetDatabase.Door door;

    StatementCountRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** One connection to the target's counters. */
    interface Counting {
        /** Without our own. */
        Counts now();

        /** Committed or rolled back, as far as sessions have reported them, which they do about once a second. */
        long transactions();

        /** To the database and back, the least of some trips, in milliseconds. */
        double roundTripMs();

        /** Texts of these statements, without those of our own. */
        Map<Long, String> texts(Collection<Long> ids);
    }

    <T> T count(Target target, Function<Counting, T> work) {
        return door.of(target).read(jdbc -> {
            var reading = new Reading(jdbc, schema(jdbc), new HashSet<>());
            reading.learnOwn();
            return work.apply(reading);
        });
    }

    private static String schema(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT quote_ident(n.nspname)
                        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                        WHERE e.extname = 'pg_stat_statements'""")
                .query(String.class)
                .optional()
                .orElseThrow(() -> new TargetRefused(
                        "the target's database has no pg_stat_statements", "CREATE EXTENSION pg_stat_statements;"));
    }

    private record Reading(JdbcClient jdbc, String schema, Set<Long> own) implements Counting {

        /** Our own statements are counted like any other: each runs once, then they are known. */
        void learnOwn() {
            now();
            transactions();
            roundTripMs();
            jdbc.sql("""
                            SELECT queryid
                            FROM %s.pg_stat_statements
                            WHERE query LIKE '%%/* perfloop */%%' AND queryid IS NOT NULL""".formatted(schema)).query(row -> {
                own.add(row.getLong("queryid"));
            });
        }

        @Override
        public Counts now() {
            Map<Long, Count> statements = new HashMap<>();
            jdbc.sql("""
                            SELECT queryid, sum(calls) AS calls, sum(rows) AS rows, sum(total_exec_time) AS ms
                            FROM %s.pg_stat_statements(false)
                            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND queryid IS NOT NULL
                              AND toplevel
                            GROUP BY queryid""".formatted(schema)).query(row -> {
                statements.put(
                        row.getLong("queryid"),
                        new Count(row.getLong("calls"), row.getLong("rows"), row.getDouble("ms")));
            });
            statements.keySet().removeAll(own);
            return new Counts(statements);
        }

        @Override
        public long transactions() {
            // Within a transaction the server would else show the same number twice.
            jdbc.sql("SELECT pg_stat_clear_snapshot()").query(row -> {});
            return jdbc.sql("""
                            SELECT xact_commit + xact_rollback
                            FROM pg_stat_database
                            WHERE datname = current_database()""").query(Long.class).single();
        }

        @Override
        public double roundTripMs() {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < TRIPS; i++) {
                long from = System.nanoTime();
                jdbc.sql("SELECT 1").query(row -> {});
                least = Math.min(least, (System.nanoTime() - from) / 1e6);
            }
            return least;
        }

        @Override
        public Map<Long, String> texts(Collection<Long> ids) {
            Map<Long, String> texts = new HashMap<>();
            if (ids.isEmpty()) {
                return texts;
            }
            jdbc.sql("""
                            SELECT queryid, min(query) AS query
                            FROM %s.pg_stat_statements
                            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND queryid IN (:ids)
                              AND query NOT LIKE '%%/* perfloop */%%'
                              AND (userid <> current_user::regrole
                                   OR EXISTS (SELECT 1 FROM pg_stat_activity
                                              WHERE usename = current_user
                                                AND datname = current_database()
                                                AND application_name <> 'perfloop'))
                            GROUP BY queryid""".formatted(schema)).param("ids", ids).query(row -> {
                texts.put(row.getLong("queryid"), row.getString("query"));
            });
            return texts;
        }
    }
}
