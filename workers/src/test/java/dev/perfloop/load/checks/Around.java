package dev.perfloop.load.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What would have been seen around a load test, one reading each two seconds. */
final class Around {
    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final Instant LONG_AGO = START.minusSeconds(86_400);
    static final DatabaseWork NOTHING_DONE = new DatabaseWork(0, 0, 0, 0);

    private Around() {}

    static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    static List<Reading> databases(int count, IntFunction<DatabaseReading> reading) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < count; i++) {
            readings.add(new Reading(
                    at(2 * i), new Look.Seen<>(reading.apply(i)), new Look.NotNow<>(), new Look.NotNow<>()));
        }
        return readings;
    }

    static List<Reading> services(int count, IntFunction<ServiceReading> reading) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < count; i++) {
            readings.add(new Reading(
                    at(2 * i), new Look.NotNow<>(), new Look.Seen<>(reading.apply(i)), new Look.NotNow<>()));
        }
        return readings;
    }

    static List<Reading> processors(int count, IntFunction<ProcessorTime> reading) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < count; i++) {
            readings.add(new Reading(
                    at(2 * i), new Look.NotNow<>(), new Look.NotNow<>(), new Look.Seen<>(reading.apply(i))));
        }
        return readings;
    }

    static List<Reading> blind(String why) {
        return List.of(new Reading(START, new Look.Blind<>(why), new Look.Blind<>(why), new Look.Blind<>(why)));
    }

    static DatabaseReading checkpoints(long requested, long timed) {
        return new DatabaseReading(LONG_AGO, requested, timed, true, 0, 3, "", 10, 100, 1, 0, 0, NOTHING_DONE);
    }

    static DatabaseReading vacuums(int workers, String heavy) {
        return new DatabaseReading(LONG_AGO, 0, 0, true, workers, 3, heavy, 10, 100, 1, 0, 0, NOTHING_DONE);
    }

    static DatabaseReading sessions(int connections, int running, int locks) {
        return new DatabaseReading(LONG_AGO, 0, 0, true, 0, 3, "", connections, 100, running, locks, 0, NOTHING_DONE);
    }

    static ServiceReading started(@Nullable Instant started) {
        return new ServiceReading(started, null, null, null, null, null, null);
    }

    static ServiceReading memory(double bytes) {
        return new ServiceReading(LONG_AGO, null, null, bytes, null, null, null);
    }
}
