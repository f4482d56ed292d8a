package dev.perfloop.web.exports;

import dev.perfloop.web.exports.report.Table;
import dev.perfloop.web.exports.report.TableQuery;
import dev.perfloop.web.loads.Histograms;
import dev.perfloop.web.rows.RawJson;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExportRepository {
    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9, 100};

    private final JdbcClient jdbc;

    ExportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Table table(TableQuery query, String runId) {
        List<String> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        jdbc.sql(query.sql()).param("run", runId).query(set -> {
            ResultSetMetaData about = set.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnLabel(i));
            }
            while (set.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    row.add(cell(set, about, i));
                }
                rows.add(row);
            }
            return rows.size();
        });
        return new Table(query.name(), columns, rows);
    }

    /** Second by second as driven, warm-up included. */
    Table windows(String runId) {
        List<List<@Nullable Object>> rows = jdbc.sql("""
                        SELECT w.load_test_id, w.request, w.second, w.count, w.errors, w.histogram
                        FROM load_window w
                        JOIN load_test t ON t.id = w.load_test_id
                        WHERE t.run_id = :run
                        ORDER BY t.started_at, t.id, w.request, w.second
                        """)
                .param("run", runId)
                .query((row, n) -> {
                    Instant second = row.getTimestamp("second").toInstant();
                    Histogram histogram = Histograms.decoded(row.getBytes("histogram"), second);
                    List<@Nullable Object> cells = new ArrayList<>();
                    cells.add(row.getString("load_test_id"));
                    cells.add(row.getString("request"));
                    cells.add(second);
                    cells.add(row.getInt("count"));
                    cells.add(row.getInt("errors"));
                    cells.add(Histograms.millis(histogram, 50));
                    cells.add(Histograms.millis(histogram, 95));
                    cells.add(Histograms.millis(histogram, 99));
                    return cells;
                })
                .list();
        return new Table(
                "load_windows",
                List.of("load_test_id", "request", "second", "count", "errors", "p50_ms", "p95_ms", "p99_ms"),
                rows);
    }

    /** Of the steady part of each test and request; the largest response time is the hundredth. */
    Table percentiles(String runId) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        var sum = new Sum(rows);
        jdbc.sql("""
                        SELECT w.load_test_id, w.request, w.second, w.histogram
                        FROM load_window w
                        JOIN load_test t ON t.id = w.load_test_id
                        WHERE t.run_id = :run AND w.second >= t.steady_from
                        ORDER BY t.started_at, t.id, w.request
                        """).param("run", runId).query(row -> {
            sum.add(
                    row.getString("load_test_id"),
                    row.getString("request"),
                    Histograms.decoded(
                            row.getBytes("histogram"),
                            row.getTimestamp("second").toInstant()));
        });
        sum.close();
        return new Table("percentiles", List.of("load_test_id", "request", "percentile", "ms"), rows);
    }

    /** Adds up what follows each other of one test and request. */
    private static final class Sum {
        private final List<List<@Nullable Object>> rows;
        private String test = "";
        private String request = "";
        private Histogram histogram = Histograms.empty();

        Sum(List<List<@Nullable Object>> rows) {
            this.rows = rows;
        }

        void add(String ofTest, String ofRequest, Histogram second) {
            if (!ofTest.equals(test) || !ofRequest.equals(request)) {
                close();
                test = ofTest;
                request = ofRequest;
            }
            histogram.add(second);
        }

        void close() {
            if (histogram.getTotalCount() > 0) {
                for (double percentile : PERCENTILES) {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(test);
                    row.add(request);
                    row.add(percentile);
                    row.add(Histograms.millis(histogram, percentile));
                    rows.add(row);
                }
            }
            histogram = Histograms.empty();
        }
    }

    private static @Nullable Object cell(ResultSet set, ResultSetMetaData about, int column) throws SQLException {
        Object value = set.getObject(column);
        if (value instanceof Timestamp at) {
            return at.toInstant();
        }
        boolean isJson = about.getColumnType(column) == Types.OTHER && value != null;
        return isJson ? new RawJson(set.getString(column)) : value;
    }
}
