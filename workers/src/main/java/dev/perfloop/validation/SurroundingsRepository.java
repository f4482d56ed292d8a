package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where load came from and what it met, for each run that was judged. */
@Repository
class SurroundingsRepository {
    private final JdbcClient jdbc;
    private final TargetDatabase.Door door;

    SurroundingsRepository(JdbcClient jdbc, TargetDatabase.Door door) {
        this.jdbc = jdbc;
        this.door = door;
    }

    /** Version of the target's server; empty when it cannot be asked now, which is no reason not to judge. */
    String postgres(Target target) {
        try {
            return door.of(target)
                    .read(theirs -> theirs.sql("SHOW server_version")
                            .query(String.class)
                            .single());
        } catch (TargetUnavailable | TargetRefused silent) {
            return "";
        }
    }

    void save(RunId run, LoadSurroundings seen, Instant at) {
        jdbc.sql("""
                        INSERT INTO run_surroundings (run_id, cpus, postgres, seen_at)
                        VALUES (:run, :cpus, :postgres, :at)
                        ON CONFLICT (run_id) DO UPDATE
                        SET cpus = EXCLUDED.cpus, postgres = EXCLUDED.postgres, seen_at = EXCLUDED.seen_at""")
                .param("run", run.value())
                .param("cpus", seen.cpus())
                .param("postgres", seen.postgres())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
