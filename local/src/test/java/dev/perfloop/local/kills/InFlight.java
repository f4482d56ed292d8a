package dev.perfloop.local.kills;

import dev.perfloop.local.SplitStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What the runs and the target are at, read through connections that are kept as long as they live. */
final class InFlight {
    private static final String STEPS = """
            SELECT COALESCE((
                       SELECT s.job_type FROM run_step s
                       WHERE s.run_id = r.id
                       ORDER BY (s.status IN ('STARTED', 'RETRY')) DESC, s.id DESC LIMIT 1), 'start'),
                   COALESCE((
                       SELECT bool_or(s.status IN ('STARTED', 'RETRY')) FROM run_step s WHERE s.run_id = r.id), false),
                   EXISTS (SELECT 1 FROM approval a WHERE a.run_id = r.id AND a.status = 'PENDING')
            FROM run r WHERE r.status <> 'ENDED'""";

    private final SplitStack stack;
    private final Kept ours;
    private final Kept target;

    InFlight(SplitStack stack) {
        this.stack = stack;
        this.ours = new Kept(stack::connectOurs);
        this.target = new Kept(() -> stack.connectTarget("postgres"));
    }

    /** One a run; where none is at work, the wait it is in. */
    List<String> steps() {
        return ours.read(STEPS).stream()
                .map(row -> row.get(1).equals("t")
                        ? row.get(0)
                        : row.get(2).equals("t") ? "waiting for a person" : "between steps")
                .toList();
    }

    /** A delivery of a job that is at work, or an index that is being built. */
    record Sight(String what, String id) {}

    List<Sight> sights() {
        return Stream.concat(ours.read("""
                                SELECT s.job_type, s.job_key || '/' || s.attempt FROM run_step s JOIN run r ON r.id = s.run_id
                                WHERE s.status = 'STARTED' AND r.status <> 'ENDED'""").stream(), target.read("""
                                SELECT 'the index being built', pid || ' ' || query_start FROM pg_stat_activity
                                WHERE state = 'active' AND usename = 'perfloop_agent'
                                  AND query LIKE '/* perfloop */ CREATE INDEX CONCURRENTLY%'""").stream())
                .map(row -> new Sight(row.get(0), row.get(1)))
                .toList();
    }

    private static final class Kept {
        private final Rows.Door door;
        private List<Connection> open = List.of();

        Kept(Rows.Door door) {
            this.door = door;
        }

        /** Nothing when the server is away; a connection that it has cut is opened anew. */
        List<List<String>> read(String sql) {
            for (boolean fresh = open.isEmpty(); ; fresh = true) {
                try {
                    if (open.isEmpty()) {
                        open = List.of(door.open());
                    }
                    return Rows.read(open.getFirst(), sql);
                } catch (SQLException away) {
                    open = List.of();
                    if (fresh) {
                        return List.of();
                    }
                }
            }
        }
    }
}
