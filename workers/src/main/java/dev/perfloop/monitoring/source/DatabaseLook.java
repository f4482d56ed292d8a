package dev.perfloop.monitoring.source;

import org.jspecify.annotations.Nullable;

/**
 * A database as a whole at a moment, its counters since {@code epoch}.
 *
 * @param ageSeconds how long they have counted by the server's clock; not a number where it does not say
 * @param upSeconds how long the server has run
 * @param active sessions at work, ours left out
 * @param oldestTransactionSeconds 0 when there is none
 * @param sizeBytes null when it was not asked for
 */
record DatabaseLook(
        String epoch,
        double ageSeconds,
        double upSeconds,
        double commits,
        double rollbacks,
        double blocksHit,
        double blocksRead,
        double tempBytes,
        double deadlocks,
        double rowsWritten,
        double walBytes,
        double connections,
        double maxConnections,
        double active,
        double waitingForLocks,
        double idleInTransaction,
        double oldestTransactionSeconds,
        @Nullable Double sizeBytes) {}
