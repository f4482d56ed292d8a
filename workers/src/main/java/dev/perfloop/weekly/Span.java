package dev.perfloop.weekly;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The time a report is about.
 *
 * @param zone whose days they are
 */
public record Span(Instant since, Instant until, ZoneId zone) {

    public Span {
        if (!since.isBefore(until)) {
            throw new IllegalArgumentException("The time from " + since + " until " + until + " holds nothing");
        }
    }

    /** The newest week that had ended by then, from the beginning of its first day to that of the next week. */
    static Span lastWeek(Instant now, DayOfWeek first, ZoneId zone) {
        var end = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(first));
        return new Span(
                end.minusWeeks(1).atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant(),
                zone);
    }

    /** When the report of a week is due: at that time of the day it ended on, by the clock of its zone. */
    Instant due(LocalTime at) {
        return until.atZone(zone).toLocalDate().atTime(at).atZone(zone).toInstant();
    }

    /** As much time just before it: as many days where it is whole days, so that a change of the clock moves no hour. */
    Span before() {
        var from = since.atZone(zone);
        var to = until.atZone(zone);
        long days = ChronoUnit.DAYS.between(from, to);
        Instant begin = from.plusDays(days).isEqual(to) ? from.minusDays(days).toInstant() : since.minus(length());
        return new Span(begin, since, zone);
    }

    public Duration length() {
        return Duration.between(since, until);
    }
}
