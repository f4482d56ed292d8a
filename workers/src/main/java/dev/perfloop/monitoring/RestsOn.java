package dev.perfloop.monitoring;

/** What an assessment rests on, the best first. */
enum RestsOn {
    /** Readings of this cycle. */
    REAL_TIME,
    /** The last minutes in store. */
    DELAYED,
    /** What the same hours of the weeks before were like. */
    HISTORICAL,
    /** There is no such reading yet. */
    NOTHING
}
