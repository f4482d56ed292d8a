package dev.perfloop.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass of the loop over one target.
 *
 * @param targetDefinition the target's file as it was when the run was asked for; later edits do not reach a running run
 */
public record Run(
        RunId id,
        String target,
        String targetDefinition,
        Intensity intensity,
        RunStatus status,
        @Nullable RunOutcome outcome,
        @Nullable Long processInstanceKey,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
