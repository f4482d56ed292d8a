package dev.perfloop.validation;

/** The answer to "is this metric no worse than before?" */
enum Result {
    PASS,
    FAIL,
    /** The data do not say; never to be read as a pass. */
    INCONCLUSIVE
}
