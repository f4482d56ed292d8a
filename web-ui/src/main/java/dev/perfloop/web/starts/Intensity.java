package dev.perfloop.web.runs;

/** How long the load profiles last, and so how sure the verdict can be. */
enum Intensity {
    QUICK,
    STANDARD,
    THOROUGH
}
