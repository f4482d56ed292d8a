package dev.perfloop.local;

import java.time.Duration;

/** @param operate whether Operate and its search node run, too */
public record StackOptions(Home home, boolean operate) {
    /** Ports of a stack that was killed come free within this time. */
    Duration leaving() {
        return Duration.ofSeconds(3);
    }
}
