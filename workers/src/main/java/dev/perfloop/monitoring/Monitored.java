package dev.perfloop.monitoring;

import java.time.Duration;

/**
 * A target whose monitoring is wanted.
 *
 * @param every how often it is read
 * @param cycle how often it is assessed
 * @param definition the target's file as it is now
 */
record Monitored(String target, Duration every, Duration cycle, String definition) {

    /** Readings that are older say nothing of this cycle. */
    Duration fresh() {
        Duration readings = every.multipliedBy(3);
        return readings.compareTo(cycle) > 0 ? readings : cycle;
    }
}
