package dev.perfloop.schedule;

import dev.perfloop.run.RunId;

/** What became of a time that was due. */
sealed interface Decided {

    /** Other times that had passed as well by then, and count as this one. */
    int missed();

    record Begins(RunId run, int missed) implements Decided {}

    /** @param why for a person: what stood against a run */
    record Skipped(String why, int missed) implements Decided {}
}
