package dev.perfloop.profiling;

import dev.perfloop.profiling.ObservabilityOffers.Extension;
import dev.perfloop.profiling.postgres.CreatableRepository;
import dev.perfloop.profiling.postgres.SettableRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads through a target's guarded door how far our role may set its parameters and create extensions. */
@Repository
class TargetParametersRepository {
    private final TargetDatabase.Door door;

    TargetParametersRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    ParameterRights rights(Target target) {
        return door.of(target).read(jdbc -> new SettableRepository(jdbc).rights());
    }

    List<Extension> extensionsToCreate(Target target) {
        return door.of(target).read(jdbc -> new CreatableRepository(jdbc).extensions());
    }
}
