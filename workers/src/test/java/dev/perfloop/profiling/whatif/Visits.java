package dev.perfloop.profiling.whatif;

import dev.perfloop.profiling.TableFacts;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.function.Function;

/** Visits to a target's planner as the workers make them, but without a run. */
public record Visits(TargetDatabase.Door door, Target target, int serverVersion) {

    /** By HypoPG, which has to be installed. */
    public <T> T pretended(Function<Pretence, T> questions) {
        return new WhatIfRepository(door)
                .pretended(target, serverVersion, questions)
                .orElseThrow();
    }

    /** @param mostBytes of the tables that are copied */
    public <T> T copied(List<TableFacts> tables, long mostBytes, Function<Pretence, T> questions) {
        return new WhatIfRepository(door)
                .copied(target, serverVersion, CopyPlan.of(tables, mostBytes, 4L << 20), questions)
                .orElseThrow();
    }

    /** On copies as statements are run on. */
    public <T> T rehearsed(List<TableFacts> tables, Function<Pretence, T> questions) {
        return new WhatIfRepository(door)
                .copied(target, serverVersion, CopyPlan.toRun(tables), questions)
                .orElseThrow();
    }
}
