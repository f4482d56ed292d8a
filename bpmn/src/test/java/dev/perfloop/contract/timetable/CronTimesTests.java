package dev.perfloop.contract.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that jump. Berlin leaves out 02:00 to 03:00 on 29 March 2026 and shows it twice on 25 October. */
class CronTimesTests {
    private static final Instant BEFORE_THE_GAP = Instant.parse("2026-03-28T12:00:00Z");
    private static final Instant BEFORE_THE_OVERLAP = Instant.parse("2026-10-24T12:00:00Z");

    @Test
    void aTimeThatIsLeftOutComesAsMuchLaterAsTheClockJumped() {
        assertThat(berlin("30 2 * * *", BEFORE_THE_GAP, 3))
                .containsExactly("2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00", "2026-03-31T02:30+02:00");
    }

    @Test
    void aTimeThatIsShownTwiceComesOnceTheFirstTime() {
        assertThat(berlin("30 2 * * *", BEFORE_THE_OVERLAP, 3))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00", "2026-10-27T02:30+01:00");
    }

    @Test
    void whatAJumpPutsOnAnotherTimeComesOnceAndInOrder() {
        assertThat(berlin("0,30 1-3 * * *", Instant.parse("2026-03-29T00:15:00Z"), 4))
                .containsExactly(
                        "2026-03-29T01:30+01:00",
                        "2026-03-29T03:00+02:00",
                        "2026-03-29T03:30+02:00",
                        "2026-03-30T01:00+02:00");
    }

    @Test
    void aTimeThatWasLeftOutIsStillAheadRightAfterTheJump() {
        assertThat(berlin("30 2 * * *", Instant.parse("2026-03-29T01:05:00Z"), 1))
                .containsExactly("2026-03-29T03:30+02:00");
    }

    @Test
    void inTheSecondPassOfAnHourNothingComesAgain() {
        assertThat(berlin("*/15 * * * *", Instant.parse("2026-10-25T00:45:00Z"), 2))
                .containsExactly("2026-10-25T03:00+01:00", "2026-10-25T03:15+01:00");
    }

    @Test
    void aClockMayLeaveOutAWholeDay() {
        var apia = new CronTimes(Cron.of("0 12 30 12 *"), ZoneId.of("Pacific/Apia"));

        assertThat(apia.next(Instant.parse("2011-12-29T00:00:00Z"))).contains(Instant.parse("2011-12-30T22:00:00Z"));
    }

    @Test
    void aClockMayJumpByHalfAnHour() {
        var lordHowe = new CronTimes(Cron.of("15 2 * * *"), ZoneId.of("Australia/Lord_Howe"));

        assertThat(lordHowe.next(Instant.parse("2026-10-03T00:00:00Z")))
                .contains(Instant.parse("2026-10-03T15:45:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Gaza", "UTC", "+05:45"})
    void whatComesOnceADayComesEveryDayOnce(String zone) {
        for (String time : new String[] {"0 0", "30 1", "15 2", "45 2", "0 3"}) {
            var table = Timetable.of(time + " * * *", ZoneId.of(zone), Instant.EPOCH);
            var begin = Instant.parse("2026-01-01T00:00:00Z");
            var days = table.next(begin, 730).stream()
                    .map(at -> at.atZone(ZoneId.of(zone)).toLocalDate())
                    .toList();

            assertThat(days).as(time).doesNotHaveDuplicates();
            assertThat(days)
                    .as(time)
                    .containsExactlyElementsOf(Stream.iterate(days.getFirst(), day -> day.plusDays(1))
                            .limit(730)
                            .toList());
        }
    }

    @Test
    void whatPassedIsCountedWithItsLast() {
        var daily = Timetable.of("0 2 * * *", ZoneId.of("UTC"), Instant.EPOCH);

        var passed = daily.passed(Instant.parse("2026-11-20T02:00:00Z"), Instant.parse("2026-11-23T02:00:00Z"));

        assertThat(passed.count()).isEqualTo(3);
        assertThat(passed.latest()).contains(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(daily.passed(BEFORE_THE_GAP, BEFORE_THE_GAP).latest()).isEmpty();
    }

    @Test
    void theShortestPauseIsThatOfTheClosestTwo() {
        var uneven = Timetable.of("0,10 2 * * *", ZoneId.of("UTC"), Instant.EPOCH);

        assertThat(uneven.shortestPause(BEFORE_THE_GAP, 50)).contains(Duration.ofMinutes(10));
        assertThat(Timetable.of("0 0 30 2 *", ZoneId.of("UTC"), Instant.EPOCH).shortestPause(BEFORE_THE_GAP, 50))
                .isEmpty();
    }

    private static Stream<String> berlin(String cron, Instant after, int most) {
        var zone = ZoneId.of("Europe/Berlin");
        return Timetable.of(cron, zone, Instant.EPOCH).next(after, most).stream()
                .map(at -> at.atZone(zone).toOffsetDateTime().toString());
    }
}
