package dev.perfloop.validation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perfloop.run.RunId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what valid load tests measured; invalid ones are never seen here. */
@Repository
class MeasurementRepository {
    private record Row(
            int round, String profile, String request, String test, boolean brokeOff, Instant at, Second measured) {}

    private final JdbcClient jdbc;

    MeasurementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steady seconds of every valid test of a phase, all rounds together. */
    Profiles profiles(RunId run, String phase) {
        return profiles(run, phase, null);
    }

    /** Those of one round; null for all together. */
    Profiles profiles(RunId run, String phase, @Nullable Integer round) {
        return profiles(rows(run, phase, round));
    }

    /** Each round by itself. */
    List<Profiles> rounds(RunId run, String phase) {
        return rows(run, phase, null).stream().collect(groupingBy(Row::round, TreeMap::new, toList())).values().stream()
                .map(MeasurementRepository::profiles)
                .toList();
    }

    /** Why the last load that could not be judged could not; empty when all could. */
    String lastInvalidReason(RunId run, String phase) {
        return jdbc.sql("""
                        SELECT invalid_reason FROM load_test
                        WHERE run_id = :run AND phase = :phase AND status <> 'VALID' AND invalid_reason IS NOT NULL
                        ORDER BY started_at DESC LIMIT 1""")
                .param("run", run.value())
                .param("phase", phase)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Profiles profiles(List<Row> all) {
        Map<String, Map<String, Arm>> arms = new LinkedHashMap<>();
        all.stream()
                .collect(groupingBy(Row::profile, LinkedHashMap::new, toList()))
                .forEach((profile, rows) -> arms.put(profile, byRequest(rows)));
        return new Profiles(arms);
    }

    private static Map<String, Arm> byRequest(List<Row> rows) {
        Map<String, Arm> byRequest = new LinkedHashMap<>();
        byRequest.put(Profiles.ALL, arm(rows));
        rows.stream()
                .collect(groupingBy(Row::request, LinkedHashMap::new, toList()))
                .forEach((request, its) -> byRequest.put(request, arm(its)));
        return byRequest;
    }

    private static Arm arm(List<Row> rows) {
        return new Arm(rows.stream().collect(groupingBy(Row::test, LinkedHashMap::new, toList())).values().stream()
                .map(MeasurementRepository::block)
                .toList());
    }

    private static Block block(List<Row> rows) {
        return new Block(
                rows.stream()
                        .collect(groupingBy(Row::at, TreeMap::new, mapping(Row::measured, toList())))
                        .values()
                        .stream()
                        .map(Second::together)
                        .toList(),
                rows.getFirst().brokeOff());
    }

    private List<Row> rows(RunId run, String phase, @Nullable Integer round) {
        return jdbc.sql("""
                        SELECT t.round, t.profile, w.request, t.id, t.broke_off, w.second, w.count, w.errors, w.histogram
                        FROM load_test t
                        JOIN load_window w ON w.load_test_id = t.id
                        WHERE t.run_id = :run
                          AND t.phase = :phase
                          AND t.status = 'VALID'
                          AND (:round::int IS NULL OR t.round = :round)
                          AND w.second >= t.steady_from
                          AND w.request <> ''
                        ORDER BY t.profile, t.started_at, w.second, w.request""")
                .param("run", run.value())
                .param("phase", phase)
                .param("round", round)
                .query((row, n) -> new Row(
                        row.getInt("round"),
                        row.getString("profile"),
                        row.getString("request"),
                        row.getString("id"),
                        row.getBoolean("broke_off"),
                        row.getTimestamp("second").toInstant(),
                        Second.of(row.getInt("count"), row.getInt("errors"), histogram(row.getBytes("histogram")))))
                .list();
    }

    private static Histogram histogram(byte[] encoded) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(encoded), 0);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A stored histogram cannot be read", damaged);
        }
    }
}
