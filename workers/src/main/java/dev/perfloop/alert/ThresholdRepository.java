package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Threshold;
import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.contract.threshold.Threshold.From;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The thresholds that people set, and which one holds for each series, for those who look. */
@Repository
class ThresholdRepository {
    private final JdbcClient jdbc;

    ThresholdRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By series. */
    Map<Integer, Threshold> own(String target) {
        Map<Integer, Threshold> own = new HashMap<>();
        jdbc.sql("""
                        SELECT o.* FROM own_threshold o JOIN series s ON s.id = o.series_id
                        WHERE s.target_id = :target""").param("target", target).query(row -> {
            own.put(
                    row.getInt("series_id"),
                    new Threshold(
                            row.getDouble("warning"),
                            row.getDouble("critical"),
                            Direction.valueOf(row.getString("direction")),
                            Duration.ofSeconds(row.getLong("lasting_seconds")),
                            row.getDouble("clear_share"),
                            From.OWN));
        });
        return own;
    }

    /** Writes down what held at this assessment, as far as that has changed; a series that nothing is held against has no row. */
    void hold(Assessed assessed, List<Judged> judged) {
        Integer[] series = judged.stream().map(each -> each.reading().series()).toArray(Integer[]::new);
        jdbc.sql("DELETE FROM threshold_held WHERE series_id = ANY (:read) AND series_id <> ALL (:judged)")
                .param("read", assessed.readings().stream().map(Reading::series).toArray(Integer[]::new))
                .param("judged", series)
                .update();
        jdbc.sql("""
                        INSERT INTO threshold_held AS h
                            (series_id, warning, critical, direction, lasting_seconds, clear_share, threshold_from, since)
                        SELECT j.*, :at
                        FROM unnest(:series::int[], :warnings::float8[], :criticals::float8[], :directions::text[],
                                    :lasting::int[], :shares::float8[], :froms::text[]) j
                        ON CONFLICT (series_id) DO UPDATE
                        SET warning = excluded.warning, critical = excluded.critical, direction = excluded.direction,
                            lasting_seconds = excluded.lasting_seconds, clear_share = excluded.clear_share,
                            threshold_from = excluded.threshold_from, since = excluded.since
                        WHERE (h.warning, h.critical, h.direction, h.lasting_seconds, h.clear_share, h.threshold_from)
                              IS DISTINCT FROM (excluded.warning, excluded.critical, excluded.direction, excluded.lasting_seconds,
                                                excluded.clear_share, excluded.threshold_from)""")
                .param("at", assessed.at().atOffset(ZoneOffset.UTC))
                .param("series", series)
                .param("warnings", each(judged, Threshold::warning).toArray(Double[]::new))
                .param("criticals", each(judged, Threshold::critical).toArray(Double[]::new))
                .param(
                        "directions",
                        each(judged, threshold -> threshold.direction().name()).toArray(String[]::new))
                .param(
                        "lasting",
                        each(
                                        judged,
                                        threshold -> Math.toIntExact(
                                                threshold.lasting().toSeconds()))
                                .toArray(Integer[]::new))
                .param("shares", each(judged, Threshold::clearShare).toArray(Double[]::new))
                .param(
                        "froms",
                        each(judged, threshold -> threshold.from().name()).toArray(String[]::new))
                .update();
    }

    private static <T> List<T> each(List<Judged> judged, Function<Threshold, T> what) {
        return judged.stream().map(it -> what.apply(it.threshold())).toList();
    }
}
