package dev.perfloop.profiling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database server did beside the statements, over the window of the profile.
 *
 * @param work        null when it could not be read, as are the others
 * @param extensions  installed in the target's database
 */
public record ServerFacts(
        List<ForeignKey> foreignKeys,
        List<LockWait> lockWaits,
        List<OpenTransaction> openTransactions,
        @Nullable DatabaseWork work,
        @Nullable Checkpoints checkpoints,
        List<IoWork> io,
        List<String> extensions)
        implements ProfilePart {

    public static final ServerFacts NONE =
            new ServerFacts(List.of(), List.of(), List.of(), null, null, List.of(), List.of());

    /** @param onDelete NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT */
    public record ForeignKey(
            String name,
            String schema,
            String table,
            List<String> columns,
            String referencedSchema,
            String referencedTable,
            List<String> referencedColumns,
            String onDelete) {}

    /**
     * Sessions seen waiting for a lock that another held, one row for each pair of statements.
     *
     * @param lockType      {@code pg_locks.locktype}: transactionid and tuple are row locks, relation is a table lock
     * @param relation      schema-qualified, when it is known
     * @param waitingQuery  normalised where its id is known, otherwise as it was sent
     * @param holder        application name, or the role, of the session that held it
     * @param holderState   {@code pg_stat_activity.state}: "idle in transaction" holds it for nothing
     * @param holderSeconds longest age of the holder's transaction seen
     * @param waits         sampled waits, one a waiting session and sample
     */
    public record LockWait(
            String lockType,
            @Nullable String relation,
            String mode,
            @Nullable Long waitingQueryId,
            String waitingQuery,
            String holder,
            String holderState,
            @Nullable Long holderQueryId,
            String holderQuery,
            double holderSeconds,
            long waits) {}

    /**
     * Transactions seen open for long.
     *
     * @param lastQuery      what it ran last
     * @param longestSeconds age when last seen
     * @param samples        how many samples saw such a session
     * @param heldBack       transactions that vacuum cannot clean up after, because of it; null when it holds none back
     */
    public record OpenTransaction(
            String application,
            String state,
            String lastQuery,
            double longestSeconds,
            long samples,
            @Nullable Long heldBack) {}

    /** {@code pg_stat_database} of the target's database, end minus start. */
    public record DatabaseWork(
            long commits,
            long rollbacks,
            long blocksHit,
            long blocksRead,
            double readMs,
            double writeMs,
            long tempFiles,
            long tempBytes,
            long deadlocks) {}

    /** Of the whole server, end minus start. {@code requested} ones came before their time, for the WAL grew too fast. */
    public record Checkpoints(
            long timed,
            long requested,
            double writeMs,
            double syncMs,
            long buffersByCheckpointer,
            long buffersByBackends,
            double seconds) {}

    /** {@code pg_stat_io} of relations, from PostgreSQL 16 on; times are 0 while track_io_timing is off. */
    public record IoWork(
            String backendType,
            String context,
            long reads,
            double readMs,
            long writes,
            double writeMs,
            long evictions) {}
}
