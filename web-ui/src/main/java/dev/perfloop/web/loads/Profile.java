package dev.perfloop.web.loads;

/** How much load is driven, as the schema has it. */
public enum Profile {
    BASELINE,
    PEAK,
    STRESS,
    SOAK
}
