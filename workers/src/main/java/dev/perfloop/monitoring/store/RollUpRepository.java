package dev.perfloop.monitoring.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rolls readings up to minutes, minutes to hours, hours to days. Doing so again for the same time changes nothing. */
@Repository
class RollUpRepository {
    /** Rolled up at once after we were away. */
    private static final Duration STRIDE = Duration.ofHours(2);

    private static final String FROM_RAW = """
            SELECT v.series AS series_id,
                   date_trunc('minute', s.at, 'UTC') AS at,
                   count(*) AS count,
                   min(v.value) AS low,
                   max(v.value) AS high,
                   sum(v.value * w.weight) AS total,
                   sum(w.weight) AS weight,
                   (array_agg(v.value ORDER BY s.at DESC))[1] AS last
            FROM sample s
            CROSS JOIN LATERAL unnest(s.series, s.value) AS v (series, value)
            JOIN series d ON d.id = v.series
            CROSS JOIN LATERAL (SELECT CASE WHEN d.kind = 'RATE' THEN s.seconds ELSE 1 END AS weight) w
            WHERE s.at >= :from AND s.at < :until AND (:target::text IS NULL OR s.target_id = :target)
            GROUP BY 1, 2""";

    private static final String FROM_FINER = """
            SELECT f.series_id,
                   date_trunc('%s', f.at, 'UTC') AS at,
                   sum(f.count) AS count,
                   min(f.low) AS low,
                   max(f.high) AS high,
                   sum(f.total) AS total,
                   sum(f.weight) AS weight,
                   (array_agg(f.last ORDER BY f.at DESC))[1] AS last
            FROM %s f
            WHERE f.at >= :from AND f.at < :until
              AND (:target::text IS NULL OR f.series_id IN (SELECT id FROM series WHERE target_id = :target))
            GROUP BY 1, 2""";

    private static final String INTO = """
            INSERT INTO %s (series_id, at, count, low, high, total, weight, last)
            %s
            ON CONFLICT (series_id, at) DO UPDATE
            SET count = excluded.count, low = excluded.low, high = excluded.high, total = excluded.total,
                weight = excluded.weight, last = excluded.last""";

    private final JdbcClient jdbc;

    RollUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to when all is rolled up; empty before the first reading. */
    Optional<Instant> mark(Resolution resolution) {
        return mark(resolution, "");
    }

    /** The same once whoever is rolling up has done. */
    Optional<Instant> settledMark(Resolution resolution) {
        return mark(resolution, "FOR SHARE");
    }

    private Optional<Instant> mark(Resolution resolution, String lock) {
        return jdbc.sql("SELECT until FROM sample_mark WHERE resolution = :resolution " + lock)
                .param("resolution", resolution.name())
                .query((row, n) -> row.getTimestamp("until").toInstant())
                .optional();
    }

    /**
     * Rolls up from where it was left, at most {@link #STRIDE} or one of the resolution.
     *
     * @param upTo a whole one of the resolution
     * @return false when nothing is left, or another of us is at it
     */
    @Transactional
    public boolean advance(Resolution resolution, Instant upTo) {
        var from = jdbc.sql("""
                        SELECT until FROM sample_mark
                        WHERE resolution = :resolution AND until < :upTo
                        FOR UPDATE SKIP LOCKED""")
                .param("resolution", resolution.name())
                .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getTimestamp("until").toInstant())
                .optional();
        if (from.isEmpty()) {
            return false;
        }
        Duration stride = STRIDE.compareTo(resolution.length()) > 0 ? STRIDE : resolution.length();
        Instant until = from.get().plus(stride).isBefore(upTo) ? from.get().plus(stride) : upTo;
        rollUp(resolution, from.get(), until, null);
        jdbc.sql("UPDATE sample_mark SET until = :until WHERE resolution = :resolution")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("resolution", resolution.name())
                .update();
        return until.isBefore(upTo);
    }

    /** Of one target again, as readings came late. */
    void again(Resolution resolution, Instant from, Instant until, String target) {
        rollUp(resolution, resolution.floor(from), resolution.ceiling(until), target);
    }

    private void rollUp(Resolution resolution, Instant from, Instant until, @Nullable String target) {
        String rolled = switch (resolution) {
            case RAW -> throw new IllegalArgumentException("Readings are what is rolled up");
            case MINUTE -> FROM_RAW;
            case HOUR -> FROM_FINER.formatted(resolution.unit(), Resolution.MINUTE.table());
            case DAY -> FROM_FINER.formatted(resolution.unit(), Resolution.HOUR.table());
        };
        jdbc.sql(INTO.formatted(resolution.table(), rolled))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("target", target)
                .update();
    }
}
