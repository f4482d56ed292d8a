package dev.perfloop.web.monitoring;

import dev.perfloop.web.monitoring.SeriesValuesView.SeriesResolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which buckets a series is shown in: the finest that are kept for so long ago, and not more of them than were asked for.
 *
 * @param from a whole bucket
 */
record Buckets(SeriesResolution resolution, Instant from, Instant until, Duration step) {
    /** Two readings at the usual beat: one alone would now and then miss its bucket by a breath. */
    private static final long RAW_SECONDS = 30;

    private static final List<String> SELDOM = List.of("STATEMENTS", "PROBE");

    private static final Map<SeriesResolution, Long> SECONDS = Map.of(
            SeriesResolution.RAW,
            RAW_SECONDS,
            SeriesResolution.MINUTE,
            60L,
            SeriesResolution.HOUR,
            3600L,
            SeriesResolution.DAY,
            86400L);

    /**
     * What is known of a series and of the store.
     *
     * @param everySeconds how often its target is read
     * @param keptSince since when each resolution is kept; those that nothing is kept of are not there
     */
    record Store(String source, int everySeconds, Map<SeriesResolution, Instant> keptSince) {}

    static Buckets of(Instant from, Instant until, int points, Store store) {
        double wanted = Math.max(1, Duration.between(from, until).toMillis() / 1000.0 / points);
        SeriesResolution resolution = SeriesResolution.DAY;
        for (var finer : SeriesResolution.values()) {
            var kept = store.keptSince().get(finer);
            boolean fine = finer == SeriesResolution.DAY || wanted < SECONDS.getOrDefault(next(finer), Long.MAX_VALUE);
            if (fine && kept != null && !from.isBefore(kept) && tells(finer, store)) {
                resolution = finer;
                break;
            }
        }
        long unit = SECONDS.getOrDefault(resolution, RAW_SECONDS);
        long least = resolution == SeriesResolution.RAW ? unit : Math.max(unit, store.everySeconds());
        long step = (long) Math.ceil(Math.max(wanted, least) / unit) * unit;
        long begin = Math.floorDiv(from.getEpochSecond(), step) * step;
        return new Buckets(resolution, Instant.ofEpochSecond(begin), until, Duration.ofSeconds(step));
    }

    /** Readings themselves only where each bucket would hold one. */
    private static boolean tells(SeriesResolution resolution, Store store) {
        return resolution != SeriesResolution.RAW
                || store.everySeconds() <= RAW_SECONDS / 2 && !SELDOM.contains(store.source());
    }

    private static SeriesResolution next(SeriesResolution finer) {
        return SeriesResolution.values()[Math.min(finer.ordinal() + 1, SeriesResolution.DAY.ordinal())];
    }
}
