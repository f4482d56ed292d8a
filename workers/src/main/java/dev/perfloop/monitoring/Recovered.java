package dev.perfloop.monitoring;

/** What came of the time in which a source told nothing. */
enum Recovered {
    /** The readings themselves, from the history that the source keeps. */
    SAMPLES,
    /** What its counters added over the whole time; not when. */
    TOTALS,
    /** Nothing: the source tells only of the moment, or has forgotten. */
    LOST
}
