package dev.perfloop.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowTests {
    @Test
    void itIsOpenFromItsFirstMinuteUntilBeforeItsLast() {
        assertThat(isOpen("02:00-05:00", "2026-11-21T02:00:00Z")).isTrue();
        assertThat(isOpen("02:00-05:00", "2026-11-21T04:59:59Z")).isTrue();
        assertThat(isOpen("02:00-05:00", "2026-11-21T05:00:00Z")).isFalse();
        assertThat(isOpen("02:00-05:00", "2026-11-21T01:59:59Z")).isFalse();
    }

    @Test
    void pastMidnightItBelongsToTheDayItBeganOn() {
        // 21 November 2026 is a Saturday.
        assertThat(isOpen("Sat 22:00-04:00", "2026-11-21T23:00:00Z")).isTrue();
        assertThat(isOpen("Sat 22:00-04:00", "2026-11-22T03:00:00Z")).isTrue();
        assertThat(isOpen("Sat 22:00-04:00", "2026-11-21T03:00:00Z")).isFalse();
        assertThat(isOpen("Fri, Sat 22:00-04:00", "2026-11-21T03:00:00Z")).isTrue();
    }

    @Test
    void theHourIsThatOfItsZone() {
        assertThat(isOpen("02:00-05:00 Europe/Berlin", "2026-11-21T01:30:00Z")).isTrue();
        assertThat(isOpen("02:00-05:00 Europe/Berlin", "2026-11-21T04:30:00Z")).isFalse();
        assertThat(isOpen("02:00-05:00 Europe/Berlin", "2026-07-01T00:30:00Z")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at night", "25:00-26:00", "Abc 22:00-04:00", "22:00-04:00 Nowhere/Land", "22-04"})
    void whatCannotBeReadIsRefusedWithAnExample(String text) {
        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> MaintenanceWindow.of(text))
                .withMessageContaining(text)
                .satisfies(refused -> assertThat(refused.mend()).contains("22:00-04:00"));
    }

    private static boolean isOpen(String window, String at) {
        return MaintenanceWindow.of(window).isOpenAt(Instant.parse(at));
    }
}
