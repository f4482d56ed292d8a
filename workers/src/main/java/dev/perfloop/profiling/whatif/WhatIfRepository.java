package dev.perfloop.profiling.whatif;

import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Visits a target's planner through its guarded door. */
@Repository
class WhatIfRepository {
    private final TargetDatabase.Door door;

    WhatIfRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** By HypoPG; empty where it is not installed. */
    <T> Optional<T> pretended(Target target, int serverVersion, Function<Pretence, T> questions) {
        return door.of(target)
                .read(jdbc -> HypotheticalRepository.of(jdbc).map(hypothetical -> {
                    try (var indexes = new HypotheticalIndexes(
                            new PlanRepository(jdbc), hypothetical, new SavepointRepository(jdbc), serverVersion)) {
                        return questions.apply(indexes);
                    }
                }));
    }

    /** On copies that go with the visit; empty where none could be made. */
    <T> Optional<T> copied(
            Target target, int serverVersion, List<CopiedTable> tables, Function<Pretence, T> questions) {
        return door.of(target).rehearse(jdbc -> {
            var copy = new SampledCopy(
                    new PlanRepository(jdbc),
                    new CopyRepository(jdbc, serverVersion),
                    new SavepointRepository(jdbc),
                    new RunRepository(jdbc),
                    serverVersion);
            copy.take(tables);
            return copy.isEmpty() ? Optional.<T>empty() : Optional.of(questions.apply(copy));
        });
    }
}
