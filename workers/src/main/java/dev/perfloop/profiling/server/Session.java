package dev.perfloop.profiling.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session at one moment, or whatever else holds a transaction open: a prepared transaction, a replication slot.
 *
 * @param pid       0 for those that have no process
 * @param name      its application name, else its role
 * @param queryId   of what it runs or ran last; null while the server computes none
 * @param seconds   age of its transaction
 * @param heldBack  transactions that vacuum cannot clean up after, because of it; null when it holds none back
 * @param blockers  processes that hold, or wait before it for, the lock it waits for
 */
record Session(
        int pid,
        String name,
        String state,
        @Nullable Long queryId,
        String query,
        double seconds,
        @Nullable Long heldBack,
        List<Integer> blockers) {

    boolean isWaiting() {
        return !blockers.isEmpty();
    }

    boolean isIdleInTransaction() {
        return state.startsWith("idle in transaction");
    }

    /** For as long as that at least: when it began is not known. */
    Session open(double forSeconds) {
        return new Session(pid, name, state, queryId, query, forSeconds, heldBack, blockers);
    }
}
