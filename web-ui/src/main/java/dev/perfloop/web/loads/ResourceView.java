package dev.perfloop.web.loads;

import org.jspecify.annotations.Nullable;

/**
 * What one figure of the target came to in the steady part of a load test.
 *
 * @param metric its name, the unit last
 * @param readings how often it was read
 * @param mean of a figure of one moment; absent for a counter
 * @param most the largest of them
 * @param perSecond how fast a counter grew; absent for others, and where it was read once only
 */
record ResourceView(
        String loadTestId,
        String metric,
        int readings,
        @Nullable Double mean,
        @Nullable Double most,
        @Nullable Double perSecond) {}
