package dev.perfloop.report;

import dev.perfloop.run.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a run's measurements and plan tells in money. */
@Repository
class CostRepository {
    private final JdbcClient jdbc;

    CostRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Arrivals a second at which the target broke under the stress profile. One that held up to the highest rate has no capacity
     * that is known.
     *
     * @param phase BEFORE or AFTER
     */
    Known capacity(RunId run, String phase) {
        return jdbc.sql("""
                        SELECT (result ->> 'breakingRate')::float8 AS breaking
                        FROM load_test
                        WHERE run_id = :run AND phase = :phase AND profile = 'STRESS' AND status = 'VALID'
                        ORDER BY started_at DESC
                        LIMIT 1""")
                .param("run", run.value())
                .param("phase", phase)
                .query((row, n) -> row.getObject("breaking", Double.class) instanceof Double rate
                        ? Known.of(rate, "breaking point of the stress test")
                        : Known.not("The stress test did not reach a breaking point: more than it drove is not known."))
                .optional()
                .orElseGet(() -> Known.not("No stress test was driven: run with --standard or --thorough."));
    }

    /** The upper end of what the plan expects, over the changes that are there to stay. */
    Known addedBytes(RunId run) {
        return jdbc.sql("""
                        SELECT sum(CASE c.kind
                                       WHEN 'CREATE_INDEX' THEN (s #>> '{cost,build,diskHighBytes}')::float8
                                       WHEN 'DROP_INDEX' THEN NULL
                                       ELSE 0 END) AS bytes,
                               count(*) AS kept
                        FROM change c
                        JOIN plan p ON p.run_id = c.run_id
                        CROSS JOIN LATERAL jsonb_array_elements(p.content -> 'steps') s
                        WHERE c.run_id = :run AND c.purpose = 'PLAN' AND c.status IN ('APPLIED', 'KEPT')
                          AND s ->> 'changeId' = c.id""")
                .param("run", run.value())
                .query((row, n) -> row.getInt("kept") == 0
                        ? Known.of(0, "no change was kept")
                        : row.getObject("bytes", Double.class) instanceof Double bytes
                                ? Known.of(bytes, "upper end of the plan's estimate, not measured")
                                : Known.not("The plan does not tell what the kept changes take on disk."))
                .single();
    }
}
