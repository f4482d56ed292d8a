package dev.perfloop.web.starts;

/** How long the load profiles last, and so how sure the verdict can be. */
public enum Intensity {
    QUICK,
    STANDARD,
    THOROUGH
}
