package dev.perfloop.target;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The guarded door to a target's database. Whatever goes through it is tagged {@code /* perfloop *}{@code /}, waits for
 * locks no longer than the target's guards allow, and is one statement at a time.
 *
 * <p>Every method throws {@link TargetUnavailable} when the database cannot be reached and {@link TargetRefused} when it
 * refuses us (password, rights, missing extension).
 */
public interface TargetDatabase {

    /** Reads in one read-only transaction with a statement timeout; nothing written in it can last. */
    <T> T read(Function<JdbcClient, T> reading);

    /** The same in a session that is opened for it and so begins with the settings that new sessions begin with. */
    <T> T readAnew(Function<JdbcClient, T> reading);

    /**
     * Does what could only be found out by doing it, in one transaction that is always taken back, with a statement timeout.
     * Only what nobody else can notice belongs here, such as temporary tables.
     */
    <T> T rehearse(Function<JdbcClient, T> rehearsal);

    /**
     * Runs one statement that changes the database, outside of any transaction as {@code CREATE INDEX CONCURRENTLY}
     * demands.
     *
     * @throws LockNotAvailable when another session holds a lock longer than the guards let us wait
     */
    void change(String statement);

    /**
     * The same under an advisory lock of the session, which the database itself releases when the statement has ended, even
     * if we were killed meanwhile: whoever holds the lock next knows that nobody is at this work any more.
     *
     * @param lock       two works with the same number exclude each other
     * @param stillWanted asked once the lock is held
     * @return false when another session holds the lock or the statement is no longer wanted; then nothing was sent
     * @throws LockNotAvailable when another session holds a lock longer than the guards let us wait
     */
    boolean changeAlone(long lock, BooleanSupplier stillWanted, String statement);

    /** Opens the doors of targets. */
    interface Door {
        TargetDatabase of(Target target);
    }
}
