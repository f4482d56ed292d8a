package dev.perfloop.validation;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts into the database what load tests would have left there. */
final class MeasuredRows {
    static final String SHOP = """
            name: shop
            baseUrl: http://localhost:8081
            load:
              arrivalRate: 25/s
              requests: [{name: catalogue, weight: 1, get: /api/products}]
            database: {url: "jdbc:postgresql://localhost:1/nowhere", user: perfloop}
            """;

    private final JdbcClient jdbc;

    MeasuredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void target() {
        jdbc.sql("INSERT INTO target VALUES ('shop', :definition, 'x', now(), now())")
                .param("definition", SHOP)
                .update();
    }

    void run(String run) {
        run(run, SHOP);
    }

    void run(String run, String definition) {
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at)
                        VALUES (:run, 'shop', :definition, 'QUICK', 'ENDED', 'TARGETS_MET', 'ann', now())""").param("run", run).param("definition", definition).update();
    }

    /** A minute of 25 requests a second. */
    void load(String run, String phase, String profile, int round, double medianMs) {
        String test = "%s-%s-%s-%d".formatted(run, phase, profile, round);
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at, steady_from)
                        VALUES (:test, :run, :phase, :profile, :round, 1, 1, '{"ratePerSecond": 25}', 'VALID', '2026-01-01', '2026-01-01')""")
                .param("test", test)
                .param("run", run)
                .param("phase", phase)
                .param("profile", profile)
                .param("round", round)
                .update();
        var random = new SplittableRandom(test.hashCode());
        for (int second = 0; second < 60; second++) {
            jdbc.sql("""
                            INSERT INTO load_window (load_test_id, request, second, count, errors, histogram)
                            VALUES (:test, 'catalogue', timestamptz '2026-01-01' + make_interval(secs => :second), 25, 0, :histogram)""")
                    .param("test", test)
                    .param("second", second)
                    .param("histogram", histogram(random, medianMs))
                    .update();
        }
    }

    private static byte[] histogram(SplittableRandom random, double medianMs) {
        var histogram = new Histogram(3);
        for (int i = 0; i < 25; i++) {
            histogram.recordValue(Math.round(1000 * medianMs * Math.exp(0.3 * random.nextGaussian())));
        }
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        byte[] encoded = new byte[histogram.encodeIntoCompressedByteBuffer(buffer)];
        buffer.flip();
        buffer.get(encoded);
        return encoded;
    }
}
