package dev.perfloop.web.targets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A target in a list. */
record TargetView(
        String name,
        @Nullable String baseUrl,
        Instant updatedAt,
        @Nullable LastRun lastRun) {

    record LastRun(String id, String status, @Nullable String outcome, Instant requestedAt) {}

    /** With the YAML its owner wrote; secrets in it are references. */
    record Described(@JsonUnwrapped TargetView target, String definition) {}
}
