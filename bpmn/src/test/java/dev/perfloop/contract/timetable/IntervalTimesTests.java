package dev.perfloop.contract.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTimesTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

    @Test
    void hoursAreExactAcrossAJumpOfTheClock() {
        assertThat(times("R/PT12H", NOON, 4))
                .containsExactly(
                        "2026-03-28T01:00+01:00",
                        "2026-03-28T13:00+01:00",
                        "2026-03-29T01:00+01:00",
                        "2026-03-29T14:00+02:00");
    }

    @Test
    void daysKeepTheTimeOfDayAcrossAJumpOfTheClock() {
        assertThat(times("R/P1D", NOON, 3))
                .containsExactly("2026-03-28T13:00+01:00", "2026-03-29T13:00+02:00", "2026-03-30T13:00+02:00");
        assertThat(times("R/2026-03-28T02:30/P1D", NOON, 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00");
    }

    @Test
    void theEndOfAMonthIsNotLostInFebruary() {
        assertThat(times("R/2026-12-31T06:00/P1M", NOON, 3))
                .containsExactly("2026-12-31T06:00+01:00", "2027-01-31T06:00+01:00", "2027-02-28T06:00+01:00");
        assertThat(times("R/2026-12-31T06:00/P1M", Instant.parse("2027-03-01T00:00:00Z"), 1))
                .containsExactly("2027-03-31T06:00+02:00");
    }

    @Test
    void aBeginMaySayItsOffset() {
        assertThat(times("R/2026-06-01T00:00Z/P1W", NOON, 2))
                .containsExactly("2026-06-01T02:00+02:00", "2026-06-08T02:00+02:00");
    }

    @Test
    void repetitionsEnd() {
        assertThat(times("R3/PT6H", NOON, 9)).hasSize(3);
        assertThat(times("R0/PT6H", NOON, 9)).isEmpty();
    }

    @Test
    void whatBeganLongAgoIsFoundAtOnce() {
        assertThat(times("R/1990-01-01T00:00/PT15M", NOON, 1)).containsExactly("2026-03-27T13:15+01:00");
        assertThat(times("R/1990-01-31T00:00/P1M", NOON, 1)).containsExactly("2026-03-31T00:00+02:00");
    }

    @ParameterizedTest
    @CsvSource({"R", "R/", "R/P", "R/PT", "R/1D", "R/PT0S", "R/P-1D", "R/P1D/P1D", "R/tomorrow/P1D", "R/P99999999999D"})
    void whatIsNoIntervalIsToldHowToWriteOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timetable.of(text, BERLIN, NOON))
                .withMessageContaining("R/PT6H");
    }

    @Test
    void lessThanOnceAYearIsNoSchedule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timetable.of("R/P2Y", BERLIN, NOON))
                .withMessageContaining("less than once a year");
    }

    @Test
    void aZoneThatNobodyKnowsIsTold() {
        assertThat(Timetable.zone(" Europe/Berlin ")).isEqualTo(BERLIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timetable.zone("Europe/Bremen"))
                .withMessageContaining("\"Europe/Bremen\" is no time zone");
    }

    private static List<String> times(String text, Instant after, int most) {
        return Timetable.of(text, BERLIN, NOON).next(after, most).stream()
                .map(at -> at.atZone(BERLIN).toOffsetDateTime().toString())
                .toList();
    }
}
