package dev.perfloop.web.loads;

import dev.perfloop.web.rows.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResourceRepository {
    private final JdbcClient jdbc;

    ResourceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every load test of the run that was judged: from the end of its warm-up to its last arrival. */
    List<ResourceView> resources(String runId) {
        return jdbc.sql("""
                        WITH steady AS (
                            SELECT r.load_test_id, r.metric, r.at, r.value, r.metric LIKE '%\\_total' AS counts
                            FROM load_test t
                            JOIN load_reading r ON r.load_test_id = t.id AND r.at >= t.steady_from
                            WHERE t.run_id = :runId
                              AND r.at < (
                                  SELECT max(w.second) + interval '1 s' FROM load_window w WHERE w.load_test_id = t.id)
                        )
                        SELECT load_test_id, metric, count(*) AS readings,
                               CASE WHEN NOT counts THEN avg(value) END AS mean,
                               CASE WHEN NOT counts THEN max(value) END AS most,
                               CASE WHEN counts THEN
                                   ((array_agg(value ORDER BY at DESC))[1] - (array_agg(value ORDER BY at))[1])
                                   / nullif(extract(epoch FROM max(at) - min(at)), 0)::float8 END AS per_second
                        FROM steady
                        GROUP BY load_test_id, metric, counts
                        ORDER BY load_test_id, metric
                        """)
                .param("runId", runId)
                .query((row, n) -> new ResourceView(
                        row.getString("load_test_id"),
                        row.getString("metric"),
                        row.getInt("readings"),
                        Columns.doubleOrNull(row, "mean"),
                        Columns.doubleOrNull(row, "most"),
                        Columns.doubleOrNull(row, "per_second")))
                .list();
    }
}
