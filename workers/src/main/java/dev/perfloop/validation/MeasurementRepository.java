package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what valid load tests measured; invalid ones are never seen here. */
@Repository
class MeasurementRepository {
    private record Row(String profile, String request, String testAndSecond, Second second) {}

    private final JdbcClient jdbc;

    MeasurementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steady seconds of every valid test of a phase, all rounds together. */
    Profiles profiles(RunId run, String phase) {
        Map<String, Map<String, List<Second>>> seconds = new LinkedHashMap<>();
        Map<String, Map<String, List<Second>>> allRequests = new LinkedHashMap<>();
        for (Row row : rows(run, phase)) {
            seconds.computeIfAbsent(row.profile(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(row.request(), r -> new ArrayList<>())
                    .add(row.second());
            allRequests
                    .computeIfAbsent(row.profile(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(row.testAndSecond(), s -> new ArrayList<>())
                    .add(row.second());
        }
        Map<String, Map<String, Arm>> arms = new LinkedHashMap<>();
        seconds.forEach((profile, requests) -> {
            Map<String, Arm> byRequest = new LinkedHashMap<>();
            byRequest.put(
                    Profiles.ALL,
                    new Arm(allRequests.getOrDefault(profile, Map.of()).values().stream()
                            .map(Second::together)
                            .toList()));
            requests.forEach((request, list) -> byRequest.put(request, new Arm(list)));
            arms.put(profile, byRequest);
        });
        return new Profiles(arms);
    }

    private List<Row> rows(RunId run, String phase) {
        return jdbc.sql("""
                        SELECT t.profile, w.request, t.id || ' ' || w.second AS test_and_second,
                               w.count, w.errors, w.histogram
                        FROM load_test t
                        JOIN load_window w ON w.load_test_id = t.id
                        WHERE t.run_id = :run
                          AND t.phase = :phase
                          AND t.status = 'VALID'
                          AND w.second >= t.steady_from
                          AND w.request <> ''
                        ORDER BY t.profile, t.started_at, w.second, w.request""")
                .param("run", run.value())
                .param("phase", phase)
                .query((row, n) -> new Row(
                        row.getString("profile"),
                        row.getString("request"),
                        row.getString("test_and_second"),
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
