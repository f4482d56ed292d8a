package dev.perfloop.contract.timetable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times at which something comes again. */
public sealed interface Timetable permits CronTimes, IntervalTimes {

    /**
     * @param text  a cron expression of five fields, or a repeating interval of ISO 8601 such as {@code R/P1D}
     * @param zone  whose clock the text means
     * @param since from when on an interval without a begin of its own is counted
     * @throws IllegalArgumentException says what is wrong with the text and how it is written right
     */
    static Timetable of(String text, ZoneId zone, Instant since) {
        String stripped = text.strip();
        return stripped.startsWith("R")
                ? IntervalTimes.of(stripped, zone, since)
                : new CronTimes(Cron.of(stripped), zone);
    }

    /** @throws IllegalArgumentException says how a zone is written */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no time zone. Write one as Europe/Berlin, or UTC.", unknown);
        }
    }

    /** The first time after that one; empty when there is none in the next forty years. */
    Optional<Instant> next(Instant after);

    default List<Instant> next(Instant after, int most) {
        List<Instant> times = new ArrayList<>();
        var time = next(after);
        while (time.isPresent() && times.size() < most) {
            times.add(time.get());
            time = next(time.get());
        }
        return times;
    }

    /** What came after one instant, up to and with another. */
    default Passed passed(Instant after, Instant until) {
        Optional<Instant> latest = Optional.empty();
        int count = 0;
        var time = next(after).filter(it -> !it.isAfter(until));
        while (time.isPresent()) {
            latest = time;
            count++;
            time = next(time.get()).filter(it -> !it.isAfter(until));
        }
        return new Passed(latest, count);
    }

    /** The shortest pause between the next times, as many as are looked at; empty when there are fewer than two. */
    default Optional<Duration> shortestPause(Instant after, int lookedAt) {
        List<Instant> times = next(after, lookedAt);
        Optional<Duration> shortest = Optional.empty();
        for (int i = 1; i < times.size(); i++) {
            var pause = Duration.between(times.get(i - 1), times.get(i));
            if (shortest.isEmpty() || pause.compareTo(shortest.get()) < 0) {
                shortest = Optional.of(pause);
            }
        }
        return shortest;
    }

    /** @param latest the last of them */
    record Passed(Optional<Instant> latest, int count) {}
}
