package dev.perfloop.weekly.lasting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that was kept, and what it does today.
 *
 * @param requests the ones it was made for; empty where that is not known, and all requests stand in
 * @param beforeMs 95th percentile before it, in the load test that proved it
 * @param afterMs  the same after it
 * @param nowMs    what monitoring measured of these requests in the time of the report
 * @param scans    of its index, in that time
 * @param bytes    of its index
 */
public record KeptChange(
        String id,
        String runId,
        String kind,
        String statement,
        Instant appliedAt,
        List<String> requests,
        @Nullable Double beforeMs,
        @Nullable Double afterMs,
        @Nullable Double nowMs,
        @Nullable Long scans,
        @Nullable Long bytes,
        Standing standing,
        String words) {

    /** Whether it earns its place. */
    public enum Standing {
        /** The requests are about as fast as when it was proved; an index is used as well. */
        EARNS,
        /** The index is used; whether requests are still faster by it cannot be told. */
        USED,
        /** The requests lost more than a fifth of what was gained. */
        FADES,
        /** The index was there and nothing used it. */
        UNUSED,
        /** The index is not there any more. */
        MISSING,
        CANNOT_TELL
    }
}
