package dev.perfloop.change;

import org.jspecify.annotations.Nullable;

/**
 * The session on the target that works on an index of ours right now, as {@code pg_stat_activity} and
 * {@code pg_stat_progress_create_index} see it.
 */
record Holder(
        int pid,
        String statement,
        @Nullable String phase,
        long blocksDone,
        long blocksTotal,
        long tuplesDone,
        long tuplesTotal) {
    /** Rough, as PostgreSQL tells no overall share: the build is the first 60 %, its validation the rest. */
    int percent() {
        if (phase == null || phase.equals("initializing") || phase.startsWith("waiting for writers before build")) {
            return 1;
        }
        if (phase.startsWith("building index")) {
            return (int) Math.round(2 + 58 * share());
        }
        if (phase.startsWith("index validation")) {
            return (int) Math.round(60 + 35 * share());
        }
        return phase.startsWith("waiting for writers before validation") ? 60 : 95;
    }

    private double share() {
        if (blocksTotal > 0) {
            return Math.min(1, (double) blocksDone / blocksTotal);
        }
        return tuplesTotal > 0 ? Math.min(1, (double) tuplesDone / tuplesTotal) : 0;
    }
}
