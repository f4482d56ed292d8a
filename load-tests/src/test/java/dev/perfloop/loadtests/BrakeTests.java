package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrakeTests {
    private final Brake brake = new Brake(new LoadSpec.Abort(0.5, 3));

    @Test
    void isPulledAfterSoManyBadSecondsInARow() {
        brake.see(10, 6);
        brake.see(10, 6);
        assertThat(brake.pulledBecause()).isNull();
        brake.see(10, 6);
        assertThat(brake.pulledBecause()).isEqualTo("more than 50 % of requests failed for 3 s");
    }

    @Test
    void goodSecondInBetweenReleasesIt() {
        brake.see(10, 10);
        brake.see(10, 10);
        brake.see(10, 5);
        brake.see(10, 10);
        assertThat(brake.pulledBecause()).isNull();
    }

    @Test
    void secondWithoutResponsesCountsNeitherWay() {
        brake.see(10, 10);
        brake.see(0, 0);
        brake.see(10, 10);
        brake.see(10, 10);
        assertThat(brake.pulledBecause()).isNotNull();
    }

    @Test
    void withoutALimitNothingPullsIt() {
        var free = new Brake(null);
        for (int i = 0; i < 100; i++) {
            free.see(10, 10);
        }
        assertThat(free.pulledBecause()).isNull();
    }
}
