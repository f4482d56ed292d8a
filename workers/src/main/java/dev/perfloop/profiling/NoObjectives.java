package dev.perfloop.profiling;

import dev.perfloop.target.Objectives;
import java.util.Map;

/** Objectives of a target that asks for nothing. */
final class NoObjectives {
    static final Objectives NONE = new Objectives(new Objectives.Objective(null, null, null, null, null), Map.of());

    private NoObjectives() {}
}
