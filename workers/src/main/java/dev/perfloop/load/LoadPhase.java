package dev.perfloop.load;

/** What a load is driven for. */
public enum LoadPhase {
    PROFILE,
    BEFORE,
    AFTER
}
