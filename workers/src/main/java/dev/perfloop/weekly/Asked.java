package dev.perfloop.weekly;

import java.util.UUID;

/**
 * A report that is to be made.
 *
 * @param weekly   asked for by the end of a week, not by a person
 * @param attempts how often it was tried, this time included
 */
record Asked(UUID id, String target, Span span, boolean weekly, int attempts) {}
