package dev.perfloop.load.checks;

/**
 * Counters of a target's PostgreSQL since they were reset; what a load did is the difference of two.
 *
 * @param walBytes write-ahead log of the whole server, other databases' too; 0 on a standby
 * @param blocksRead blocks of the target's database that were not in shared_buffers
 * @param blocksHit blocks that were
 * @param rowsWritten rows inserted, updated and deleted
 */
public record DatabaseWork(long walBytes, long blocksRead, long blocksHit, long rowsWritten) {}
