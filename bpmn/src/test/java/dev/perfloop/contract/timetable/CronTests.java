package dev.perfloop.contract.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 2 * * *        | 2026-11-21T12:00 | 2026-11-22T02:00
                    0 2 * * *        | 2026-11-22T01:59:59 | 2026-11-22T02:00
                    0 2 * * *        | 2026-11-22T02:00 | 2026-11-23T02:00
                    */20 9-17 * * *  | 2026-11-21T17:40 | 2026-11-22T09:00
                    5/20 * * * *     | 2026-11-21T12:26 | 2026-11-21T12:45
                    30 6,18 * * *    | 2026-11-21T06:30 | 2026-11-21T18:30
                    0 2 * * MON-FRI  | 2026-11-20T12:00 | 2026-11-23T02:00
                    0 2 * * sat-sun  | 2026-11-20T12:00 | 2026-11-21T02:00
                    0 2 * * 7        | 2026-11-20T12:00 | 2026-11-22T02:00
                    0 2 * * 0        | 2026-11-20T12:00 | 2026-11-22T02:00
                    0 2 1-7 * MON    | 2026-11-21T12:00 | 2026-12-07T02:00
                    0 0 29 2 *       | 2026-11-21T12:00 | 2028-02-29T00:00
                    0 0 29 2 SUN     | 2026-11-21T12:00 | 2032-02-29T00:00
                    0 0 31 * ?       | 2026-11-21T12:00 | 2026-12-31T00:00
                    0 0 1 JAN-MAR *  | 2026-11-21T12:00 | 2027-01-01T00:00
                    59 23 31 12 *    | 2026-12-31T23:59 | 2027-12-31T23:59
                    @weekly          | 2026-11-21T12:00 | 2026-11-22T00:00
                    """)
    void theNextTimeOnAClock(String text, LocalDateTime after, LocalDateTime next) {
        assertThat(Cron.of(text).next(after)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *"})
    void someTimesNeverCome(String text) {
        assertThat(Cron.of(text).next(LocalDateTime.parse("2026-11-21T12:00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 2 * *          | has 4 fields, not five
                    0 0 2 * * *      | has 6 fields, not five
                    60 2 * * *       | The minute 60 is not between 0 and 59.
                    0 24 * * *       | The hour 24 is not between 0 and 23.
                    0 2 0 * *        | The day of month 0 is not between 1 and 31.
                    0 2 * 13 *       | The month 13 is not between 1 and 12.
                    0 2 * * 8        | The day of week 8 is not between 0 and 7.
                    0 2 L * *        | The day of month "L" is not understood.
                    0 2 * * MON#1    | The day of week "MON#1" is not understood.
                    */0 2 * * *      | The minute "*/0" is not understood.
                    0 17-9 * * *     | The hour "17-9" goes backwards.
                    0,,5 2 * * *     | The minute "" is not understood.
                    """)
    void whatIsWrittenWrongIsToldByField(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cron.of(text)).withMessageContaining(why);
    }

    @Test
    void aWeekdayNameIsOneOfTheHints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.of("0 2 * * Montag"))
                .withMessageContaining("a name such as SAT");
    }
}
