package dev.perfloop.trend;

import java.time.Instant;

/**
 * Something that was done to a target, or happened to it, and may have changed how it behaves.
 *
 * @param id of the row that tells more of it
 */
public record Happening(Instant at, Kind kind, String id) {
    /** What it was. */
    public enum Kind {
        /** Another version went live. */
        DEPLOYMENT,
        /** One of our changes was applied or taken back. */
        APPLIED_CHANGE,
        /** One of our runs began to put load on it. */
        RUN,
        /** Service or database came up again. */
        RESTART
    }
}
