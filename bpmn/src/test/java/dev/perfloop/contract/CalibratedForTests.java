package dev.perfloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalibratedForTests {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final CalibratedFor CALIBRATED = new CalibratedFor(AT, 4, "18.1");

    @Test
    void itHoldsWhereItWasMade() {
        assertThat(CALIBRATED.changedSince(true, 4, "18.1")).isEmpty();
    }

    @Test
    void everyDifferenceIsNamed() {
        assertThat(CALIBRATED.changedSince(false, 8, "18.2"))
                .hasSize(3)
                .anyMatch(why -> why.contains("load was described otherwise"))
                .contains("the load came from 4 processors then, from 8 now", "PostgreSQL was 18.1, is 18.2");
    }

    @Test
    void aServerThatCouldNotBeAskedIsNoOtherServer() {
        assertThat(CALIBRATED.changedSince(true, 4, "")).isEmpty();
        assertThat(new CalibratedFor(AT, 4, "").changedSince(true, 4, "18.1")).isEmpty();
    }

    @Test
    void itIsOldAfterAMonth() {
        assertThat(CALIBRATED.isOld(AT.plus(Duration.ofDays(30)))).isFalse();
        assertThat(CALIBRATED.isOld(AT.plus(Duration.ofDays(31)))).isTrue();
    }
}
