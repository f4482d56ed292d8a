package dev.perfloop.web.targets;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A target in a list. */
record TargetView(
        String name,
        @Nullable String baseUrl,
        Instant updatedAt,
        @Nullable LastRun lastRun) {

    record LastRun(
            String id,

            @Schema(implementation = Allowed.RunStatus.class)
            String status,

            @Schema(implementation = Allowed.Outcome.class) @Nullable String outcome,

            Instant requestedAt) {}

    /** With the YAML its owner wrote; secrets in it are references. */
    record Described(
            String name,
            @Nullable String baseUrl,
            Instant updatedAt,
            @Nullable LastRun lastRun,
            String definition) {

        static Described of(TargetView target, String definition) {
            return new Described(target.name, target.baseUrl, target.updatedAt, target.lastRun, definition);
        }
    }
}
