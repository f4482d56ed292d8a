package dev.perfloop.monitoring;

import static dev.perfloop.monitoring.series.Source.COLLECTOR;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the collecting itself goes, as series of its own. */
final class Health {
    private static final SeriesKey TOOK = SeriesKey.gauge(COLLECTOR, "collection_ms", "ms");
    private static final SeriesKey FAILED = SeriesKey.gauge(COLLECTOR, "collection_failed_share", "share");

    private Health() {}

    static Reading of(List<Answer> answers, Instant at) {
        List<Measured> measured = new ArrayList<>();
        for (var answer : answers) {
            String name = answer.source().name();
            String words = answer.source().words();
            measured.add(TOOK.of(name, words).at(answer.ms()));
            measured.add(FAILED.of(name, words).at(answer.told() == null ? 1 : 0));
        }
        return new Reading(COLLECTOR, at, 0, measured);
    }
}
