package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.ActivityRepository;
import dev.perfloop.profiling.postgres.ActivityRepository.Activity;
import dev.perfloop.profiling.postgres.CatalogRepository;
import dev.perfloop.profiling.postgres.StatementsRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads a target's counters and sessions through its guarded door. */
@Component
class TargetReadings {
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    TargetReadings(TargetDatabase.Door door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    Counters counters(Target target) {
        return door.of(target).read(jdbc -> {
            var statements = new StatementsRepository(jdbc);
            String schema = statements.extensionSchema().orElseThrow(TargetReadings::extensionMissing);
            var catalog = new CatalogRepository(jdbc);
            return new Counters(
                    clock.instant(),
                    statements.countingSince(schema),
                    statements.evictions(schema),
                    statements.counters(schema),
                    catalog.tables(),
                    catalog.indexes());
        });
    }

    Map<String, String> settings(Target target) {
        return door.of(target).read(jdbc -> new CatalogRepository(jdbc).settings());
    }

    Activity activity(Target target) {
        return door.of(target).read(jdbc -> new ActivityRepository(jdbc).now());
    }

    static TargetRefused extensionMissing() {
        return new TargetRefused(
                "The target's database has no pg_stat_statements, without which nothing tells which statement takes the time.",
                "Set shared_preload_libraries = 'pg_stat_statements' in postgresql.conf, restart PostgreSQL, run CREATE "
                        + "EXTENSION pg_stat_statements; in the target's database, then retry.");
    }
}
