package dev.perfloop.validation;

/** The answer to "does the target still hold what was verified?" */
enum GuardResult {
    HELD,
    REGRESSED,
    /** The data do not say; never to be read as held. */
    INCONCLUSIVE
}
