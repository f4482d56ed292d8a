package dev.perfloop.target.postgres;

import dev.perfloop.target.DatabaseAccess;
import dev.perfloop.target.LockNotAvailable;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says what an SQLSTATE means for the person who must mend it (PostgreSQL manual, appendix A). */
final class PostgresFailure {
    /** What a server says with the state of a prerequisite that is missing, when one of its processes was killed. */
    private static final String LOST_WORKER = "lost connection to parallel worker";

    private PostgresFailure() {}

    static RuntimeException of(Throwable failure, DatabaseAccess access, String doing, Exception original) {
        Throwable cause = saidByDriver(failure);
        if (isLost(cause)) {
            return away(access, "the connection was lost", original);
        }
        String state = cause instanceof SQLException sql ? sql.getSQLState() : "";
        String message = firstLine(cause.getMessage());
        return switch (state) {
            case "28P01", "28000" ->
                new TargetRefused(
                        "The database " + access.url() + " refuses role " + access.user() + ": " + message + ".",
                        "Correct database.user and database.password of the target and retry.");
            case "3D000" ->
                new TargetRefused(
                        "The database " + access.url() + " does not exist.", "Correct database.url of the target.");
            case "42501" ->
                new TargetRefused(
                        "Role " + access.user() + " may not do this: " + message + " (" + doing + ").",
                        "Grant it: GRANT pg_monitor TO " + access.user()
                                + "; and membership in the role that owns the tables.");
            case "55P03" -> new LockNotAvailable(doing, original);
            case "55000", "42P01" ->
                new TargetRefused(
                        message + " (" + doing + ").",
                        "If pg_stat_statements is missing: set shared_preload_libraries = 'pg_stat_statements', restart "
                                + "PostgreSQL, then CREATE EXTENSION pg_stat_statements; in the target's database.");
            default -> otherwise(state, message, access, doing, original);
        };
    }

    /** Not the cause of all: below a broken connection lies an end of file, which has no SQLSTATE. */
    private static Throwable saidByDriver(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return cause;
            }
        }
        return failure;
    }

    private static RuntimeException otherwise(
            String state, String message, DatabaseAccess access, String doing, Exception original) {
        boolean connection = state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
        return connection
                ? away(access, message, original)
                : new StatementFailed(message + " [SQLSTATE " + state + "] while " + doing, state, original);
    }

    /** No server leaves the state out: the connection was lost before, and something that holds it says so. */
    private static boolean isLost(Throwable cause) {
        return cause instanceof SQLException sql
                && (sql.getSQLState() == null || firstLine(cause.getMessage()).contains(LOST_WORKER));
    }

    private static TargetUnavailable away(DatabaseAccess access, String message, Exception original) {
        return new TargetUnavailable(
                "The database " + access.url() + " does not answer: " + message + ".",
                "Start it, or correct database.url of the target; then retry.",
                original);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }
}
