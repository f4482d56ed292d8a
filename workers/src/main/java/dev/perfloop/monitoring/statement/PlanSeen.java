package dev.perfloop.monitoring.statement;

import java.time.Instant;

/**
 * A plan of a statement, for as long as it was the same.
 *
 * @param at     when it was first seen
 * @param lastAt when it was last seen
 */
record PlanSeen(Instant at, Instant lastAt, String shape, double cost) {}
