package dev.perfloop.contract.timetable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A repeating interval of ISO 8601. Days, weeks and months are those of the zone's calendar, so {@code P1D} keeps the time of day when
 * a clock changes; hours and minutes are exact.
 *
 * @param first when it comes first
 * @param most  how often it comes in all
 */
record IntervalTimes(ZonedDateTime first, Period days, Duration time, long most) implements Timetable {
    private static final Pattern FORM = Pattern.compile("R(?<most>\\d{0,6})/(?:(?<from>[^/P]+)/)?(?<every>P[^/]+)");
    private static final Duration LONGEST = Duration.ofDays(366);
    /** No clock has ever been changed by more. */
    private static final Duration CLOCK_CHANGES = Duration.ofDays(2);

    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_YEAR = 366;

    /** @throws IllegalArgumentException says what is wrong with the text and how it is written right */
    static IntervalTimes of(String text, ZoneId zone, Instant since) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw wrong(text, null);
        }
        try {
            String every = parts.group("every");
            int clock = every.indexOf('T');
            var days = clock == 1 ? Period.ZERO : Period.parse(clock < 0 ? every : every.substring(0, clock));
            var time = clock < 0 ? Duration.ZERO : Duration.parse("P" + every.substring(clock));
            if (days.isNegative() || time.isNegative() || days.isZero() && time.isZero()) {
                throw wrong(text, null);
            }
            if (atMost(days, time).compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("\"" + text + "\" comes less than once a year.");
            }
            String most = parts.group("most");
            return new IntervalTimes(
                    first(parts.group("from"), zone, since, days, time),
                    days,
                    time,
                    most.isEmpty() ? Long.MAX_VALUE : Long.parseLong(most));
        } catch (DateTimeException | ArithmeticException foreign) {
            throw wrong(text, foreign);
        }
    }

    @Override
    public Optional<Instant> next(Instant after) {
        long sure =
                Duration.between(first.toInstant(), after).minus(CLOCK_CHANGES).dividedBy(atMost(days, time));
        long count = Math.max(0, sure);
        while (!at(count).isAfter(after)) {
            count++;
        }
        return count < most ? Optional.of(at(count)) : Optional.empty();
    }

    /** Counted from the first each time, so that the 31st of a month is not lost in February. */
    private Instant at(long count) {
        return first.plus(days.multipliedBy(Math.toIntExact(count)))
                .plus(time.multipliedBy(count))
                .toInstant();
    }

    private static ZonedDateTime first(@Nullable String from, ZoneId zone, Instant since, Period days, Duration time) {
        if (from == null) {
            return since.atZone(zone).plus(days).plus(time);
        }
        return from.matches(".*T.*(Z|[+-][\\d:]+)")
                ? OffsetDateTime.parse(from).atZoneSameInstant(zone)
                : LocalDateTime.parse(from).atZone(zone);
    }

    private static Duration atMost(Period days, Duration time) {
        long most = (long) LONGEST_YEAR * days.getYears() + (long) LONGEST_MONTH * days.getMonths() + days.getDays();
        return time.plusDays(most);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception foreign) {
        return new IllegalArgumentException(
                "\"" + text
                        + "\" is no repeating interval. Write R/PT6H for every six hours, R/P1D for every day, or"
                        + " R10/2026-11-22T02:00/P1W for ten weeks from a time on.",
                foreign);
    }
}
