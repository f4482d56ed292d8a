package dev.perfloop.monitoring.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The figures are those of Prometheus's {@code histogram_quantile}. */
class BucketsTests {
    @Test
    void aPercentileLiesWithinItsBucketInProportion() {
        var buckets = new Buckets();
        buckets.add(0.1, 50);
        buckets.add(0.2, 90);
        buckets.add(0.5, 100);
        buckets.add(Double.POSITIVE_INFINITY, 100);

        assertThat(buckets.quantile(0.95)).isEqualTo(0.35, within(1e-9));
        assertThat(buckets.quantile(0.5)).isEqualTo(0.1, within(1e-9));
    }

    @Test
    void whatLiesBeyondTheLastBoundIsAtLeastThat() {
        var buckets = new Buckets();
        buckets.add(0.1, 10);
        buckets.add(Double.POSITIVE_INFINITY, 100);

        assertThat(buckets.quantile(0.95)).isEqualTo(0.1);
    }

    @Test
    void nothingCountedHasNoPercentile() {
        assertThat(new Buckets().quantile(0.95)).isNaN();
    }
}
