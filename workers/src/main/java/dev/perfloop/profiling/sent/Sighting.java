package dev.perfloop.profiling.sent;

/**
 * A statement as it was sent.
 *
 * @param execution tells two executions of one statement apart
 */
record Sighting(String execution, long queryId, String text) {}
