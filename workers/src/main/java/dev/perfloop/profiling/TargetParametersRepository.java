package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.SettableRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import org.springframework.stereotype.Repository;

/** Reads through a target's guarded door how far our role may set its parameters. */
@Repository
class TargetParametersRepository {
    private final TargetDatabase.Door door;

    TargetParametersRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    ParameterRights rights(Target target) {
        return door.of(target).read(jdbc -> new SettableRepository(jdbc).rights());
    }
}
