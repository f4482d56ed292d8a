package dev.perfloop.monitoring;

import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.source.Told;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a source.
 *
 * @param told null when it did not tell
 * @param reason why it did not; empty when it did
 */
record Answer(Source source, @Nullable Told told, String reason, double ms) {}
