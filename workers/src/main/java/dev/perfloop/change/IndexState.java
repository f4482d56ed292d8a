package dev.perfloop.change;

/**
 * An index as the target's catalog has it.
 *
 * @param valid      false after a concurrent build or drop that was cut off
 * @param definition what {@code pg_get_indexdef} says
 * @param guardsData whether it enforces a constraint, uniqueness or a replica identity, so that more than speed hangs on it
 */
record IndexState(boolean valid, String definition, boolean guardsData) {}
