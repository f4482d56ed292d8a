package dev.perfloop.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aWeekIsOneOfTheOwnersDaysAndMayHaveAnHourMore() {
        // On 25 October 2026 the clock in Berlin is put back.
        var week = Span.lastWeek(Instant.parse("2026-10-26T06:00:00Z"), DayOfWeek.MONDAY, BERLIN);

        assertThat(week.since()).isEqualTo("2026-10-18T22:00:00Z");
        assertThat(week.until()).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(week.length()).isEqualTo(Duration.ofHours(169));
        assertThat(week.due(LocalTime.of(7, 0))).isEqualTo("2026-10-26T06:00:00Z");
        assertThat(week.before().since()).isEqualTo("2026-10-11T22:00:00Z");
    }

    @Test
    void onItsFirstDayTheWeekThatJustEndedIsTheLast() {
        var zone = ZoneId.of("Pacific/Auckland");
        var monday = Instant.parse("2026-11-22T11:00:00Z");

        assertThat(Span.lastWeek(monday, DayOfWeek.MONDAY, zone).until()).isEqualTo(monday);
        assertThat(Span.lastWeek(monday.minusMillis(1), DayOfWeek.MONDAY, zone).until())
                .isEqualTo(monday.minus(Duration.ofDays(7)));
    }

    @Test
    void anyOtherTimeIsComparedWithAsMuchBeforeIt() {
        var until = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(new Span(until.minusSeconds(600), until, BERLIN).before().length())
                .isEqualTo(Duration.ofMinutes(10));
    }
}
