package dev.perfloop.load.checks;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One look around while a load test runs. */
public record Reading(
        Instant at, Look<DatabaseReading> database, Look<ServiceReading> service, Look<ProcessorTime> processors) {

    /** Those of a stretch of time, its begin included. */
    public static List<Reading> between(List<Reading> readings, Instant from, Instant to) {
        return readings.stream()
                .filter(reading -> !reading.at().isBefore(from) && reading.at().isBefore(to))
                .toList();
    }

    /** The same with the last one before and the first one after, so that counters cover the whole stretch. */
    static List<Reading> around(List<Reading> readings, Instant from, Instant to) {
        Instant begin = readings.stream()
                .map(Reading::at)
                .filter(at -> !at.isAfter(from))
                .max(Instant::compareTo)
                .orElse(from);
        Instant end = readings.stream()
                .map(Reading::at)
                .filter(at -> !at.isBefore(to))
                .min(Instant::compareTo)
                .orElse(to);
        return between(readings, begin, end.plusNanos(1));
    }

    static Stream<DatabaseReading> databases(List<Reading> readings) {
        return readings.stream().flatMap(reading -> reading.database().seen().stream());
    }

    static Stream<ServiceReading> services(List<Reading> readings) {
        return readings.stream().flatMap(reading -> reading.service().seen().stream());
    }

    /** Why the newest look that failed did so. */
    static <T> String whyBlind(List<Reading> readings, Function<Reading, Look<T>> part) {
        return readings.reversed().stream()
                .map(part)
                .filter(Look.Blind.class::isInstance)
                .map(look -> ((Look.Blind<T>) look).why())
                .findFirst()
                .orElse("The test was over before there was time to look.");
    }
}
