package dev.perfloop.web.support;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** Puts load tests into the database as the workers would have measured them. */
public final class LoadRows {
    private final Rows rows;

    public LoadRows(Rows rows) {
        this.rows = rows;
    }

    /** A valid test, steady from its begin at 08:00 on; its id. */
    public String test(String run, String phase, String profile, String result) {
        String id = run + "-" + phase + "-" + profile;
        rows.jdbc()
                .sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at,
                                               steady_from, ended_at, result)
                        VALUES (:id, :run, :phase, :profile, 1, 1, 1, '{"ratePerSecond": 40}', 'VALID',
                                timestamptz '2026-11-21T08:00:00Z', timestamptz '2026-11-21T08:00:00Z',
                                timestamptz '2026-11-21T08:01:00Z', :result::jsonb)
                        """)
                .param("id", id)
                .param("run", run)
                .param("phase", phase)
                .param("profile", profile)
                .param("result", result)
                .update();
        return id;
    }

    /** @param second since 08:00; negative in the warm-up */
    public void window(String test, String request, int second, long micros, long count) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(micros, count);
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        rows.jdbc()
                .sql("""
                        INSERT INTO load_window (load_test_id, request, second, count, errors, histogram)
                        VALUES (:test, :request, timestamptz '2026-11-21T08:00:00Z' + :second * interval '1 s', :count, 0,
                                :histogram)
                        """)
                .param("test", test)
                .param("request", request)
                .param("second", second)
                .param("count", count)
                .param("histogram", Arrays.copyOf(buffer.array(), length))
                .update();
    }

    public void reading(String test, String metric, int second, double value) {
        rows.jdbc()
                .sql("""
                        INSERT INTO load_reading (load_test_id, metric, at, value)
                        VALUES (:test, :metric, timestamptz '2026-11-21T08:00:00Z' + :second * interval '1 s', :value)
                        """)
                .param("test", test)
                .param("metric", metric)
                .param("second", second)
                .param("value", value)
                .update();
    }

    public void statement(String test, long queryId, String query, long calls, double totalMs) {
        rows.jdbc()
                .sql("""
                        INSERT INTO load_statement (load_test_id, query_id, query, calls, total_ms, rows, blocks_hit, blocks_read,
                                                    wal_bytes)
                        VALUES (:test, :queryId, :query, :calls, :totalMs, 0, 0, 0, 0)
                        """)
                .param("test", test)
                .param("queryId", queryId)
                .param("query", query)
                .param("calls", calls)
                .param("totalMs", totalMs)
                .update();
    }
}
