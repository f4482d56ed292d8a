package dev.perfloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeWindowTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "22:00, 2026-11-21T21:00:00Z",
        "9:30, 2026-11-22T08:30:00Z",
        "15:00, 2026-11-21T14:00:00Z",
        "2026-11-23T22:00, 2026-11-23T21:00:00Z",
        "2026-11-23T22:00:30, 2026-11-23T21:00:30Z",
        "2026-11-23T22:00-05:00, 2026-11-24T03:00:00Z",
        "2026-11-23T22:00:00Z, 2026-11-23T22:00:00Z"
    })
    void aTimeIsReadAsAPersonMeansIt(String text, Instant opens) {
        assertThat(ChangeWindow.opens(text, NOW, BERLIN)).isEqualTo(opens);
    }

    @Test
    void aTimeThatTheClockLeavesOutInSpringIsTheNextOneThereIs() {
        assertThat(ChangeWindow.opens("02:30", Instant.parse("2026-03-29T00:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tonight", "25:00", "2026-11-23", "22h"})
    void whatIsNoTimeIsToldHowToWriteOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeWindow.opens(text, NOW, BERLIN))
                .withMessageContaining("Write 22:00");
    }

    @Test
    void neitherThePastNorTheFarFutureIsAWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeWindow.opens("2026-11-20T22:00", NOW, BERLIN))
                .withMessageContaining("is past");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeWindow.opens("2027-11-20T22:00", NOW, BERLIN))
                .withMessageContaining("30 days");
    }
}
