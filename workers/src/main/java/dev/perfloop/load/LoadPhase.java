package dev.perfloop.load;

/** What a load is driven for. */
enum LoadPhase {
    PROFILE,
    BEFORE,
    AFTER
}
