package dev.perfloop.target;

import org.jspecify.annotations.Nullable;

/** The database took the statement and could not do it: a full disk, a missing column, a cancelled build. */
public class StatementFailed extends IllegalStateException {
    private final String sqlState;

    public StatementFailed(String message, String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /** PostgreSQL manual, appendix A. */
    public String sqlState() {
        return sqlState;
    }
}
