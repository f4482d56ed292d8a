package dev.perfloop.load;

/** What a load is driven for. */
enum LoadPhase {
    PROFILE,
    BEFORE,
    AFTER,
    /** Without one of the changes, to tell what it contributes. */
    WITHOUT,
    /** Once the changes were taken back. */
    ROLLED_BACK,
    /** Tests of an unchanged target, to know how much they differ. */
    CALIBRATION
}
