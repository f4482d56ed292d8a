package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.ActivityRepository;
import dev.perfloop.profiling.postgres.ActivityRepository.Activity;
import dev.perfloop.profiling.postgres.CatalogRepository;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.profiling.postgres.RightsRepository;
import dev.perfloop.profiling.postgres.RightsRepository.Rights;
import dev.perfloop.profiling.postgres.StatementsRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Reads what a target's database tells of itself, through its guarded door. */
@Repository
class TargetStatisticsRepository {
    private final TargetDatabase.Door door;
    private final InstantSource clock;

    TargetStatisticsRepository(TargetDatabase.Door door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    Counters counters(Target target) {
        return door.of(target).read(jdbc -> {
            var statements = new StatementsRepository(jdbc);
            var catalog = new CatalogRepository(jdbc);
            String schema = statements.extensionSchema().orElse(null);
            if (schema == null) {
                return new Counters(
                        clock.instant(), statements.serverStart(), 0, List.of(), catalog.tables(), catalog.indexes());
            }
            return new Counters(
                    clock.instant(),
                    statements.countingSince(schema),
                    statements.evictions(schema),
                    statements.counters(schema),
                    catalog.tables(),
                    catalog.indexes());
        });
    }

    /** Empty when pg_stat_statements does not tell. */
    Optional<StatementGlance> statements(Target target) {
        return door.of(target).read(jdbc -> {
            var statements = new StatementsRepository(jdbc);
            return statements
                    .extensionSchema()
                    .map(schema -> StatementGlance.of(statements.resets(schema), statements.counters(schema)));
        });
    }

    Map<String, String> settings(Target target) {
        return door.of(target).read(jdbc -> new CatalogRepository(jdbc).settings());
    }

    Activity activity(Target target) {
        return door.of(target).read(jdbc -> new ActivityRepository(jdbc).now());
    }

    Rights rights(Target target) {
        return door.of(target).read(jdbc -> new RightsRepository(jdbc).rights());
    }

    /** @param serverVersion as in {@code server_version_num} */
    Explained explain(Target target, String statement, int serverVersion) {
        return door.of(target).read(jdbc -> new PlanRepository(jdbc).explain(statement, serverVersion));
    }
}
