package dev.perfloop.validation;

/**
 * What one comparison is held to.
 *
 * @param tolerancePct    a latency that grew by no more than this is not called worse
 * @param toleranceMs     nor is that of a single request which grew by no more than this, in milliseconds
 * @param relevantGainPct a fall below this is no improvement worth keeping a change for
 * @param fewestSeconds   steady seconds an arm needs
 */
record Limits(double tolerancePct, double toleranceMs, double relevantGainPct, int fewestSeconds) {}
