package dev.perfloop.load.checks;

import java.time.Instant;

/**
 * What the target's PostgreSQL says of itself at one moment.
 *
 * @param started when the server was started
 * @param requestedCheckpoints checkpoints since the counters were reset that somebody or the amount of WAL asked for
 * @param timedCheckpoints those that came because {@code checkpoint_timeout} had gone by
 * @param seesAll whether our role sees what other roles' processes do
 * @param vacuumWorkers autovacuum workers that vacuum a table now, of at most {@code maxVacuumWorkers}
 * @param heavyVacuum a table over a quarter of shared_buffers that autovacuum is at, or the empty text
 * @param connections sessions of clients, of at most {@code maxConnections}
 * @param running sessions that execute and wait for nothing
 * @param waitingForLocks sessions that wait for a lock another session holds
 * @param waitingForDisk sessions that wait for input or output
 * @param work counters of what it did
 */
public record DatabaseReading(
        Instant started,
        long requestedCheckpoints,
        long timedCheckpoints,
        boolean seesAll,
        int vacuumWorkers,
        int maxVacuumWorkers,
        String heavyVacuum,
        int connections,
        int maxConnections,
        int running,
        int waitingForLocks,
        int waitingForDisk,
        DatabaseWork work) {

    boolean vacuumsHeavily() {
        return vacuumWorkers >= maxVacuumWorkers || !heavyVacuum.isEmpty();
    }
}
