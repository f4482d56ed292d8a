package dev.perfloop.local.kills;

import dev.perfloop.local.SplitStack;
import java.util.List;

/** What our rows say when all is over. */
record Account(List<List<String>> outcomes, List<List<String>> notEnded, List<List<String>> doubles) {

    static Account of(SplitStack stack) {
        return new Account(
                Rows.patiently(stack::connectOurs, """
                        SELECT outcome, count(*) FROM run WHERE status = 'ENDED' GROUP BY outcome ORDER BY 2 DESC"""),
                Rows.patiently(stack::connectOurs, """
                        SELECT id, status FROM run WHERE status <> 'ENDED' OR summary IS NULL AND outcome <> 'CANCELLED'"""),
                Rows.patiently(stack::connectOurs, """
                        SELECT 'load test', run_id || ' ' || phase || ' ' || profile || ' ' || round
                        FROM load_test WHERE status = 'VALID' GROUP BY run_id, phase, profile, round HAVING count(*) > 1
                        UNION ALL
                        SELECT 'load test left running', id FROM load_test t
                        WHERE status = 'RUNNING' AND EXISTS (
                            SELECT 1 FROM run r WHERE r.id = t.run_id AND r.ended_at < now() - interval '2 minutes')
                        UNION ALL
                        SELECT 'approval', run_id || ' ' || kind FROM approval
                        WHERE kind = 'PLAN' GROUP BY run_id, kind HAVING count(*) > 1
                        UNION ALL
                        SELECT 'approval left open', a.id FROM approval a JOIN run r ON r.id = a.run_id
                        WHERE a.status = 'PENDING' AND r.status = 'ENDED'
                        UNION ALL
                        SELECT 'change', run_id || ' ' || statement FROM change
                        WHERE purpose = 'PLAN' GROUP BY run_id, statement HAVING count(*) > 1
                        UNION ALL
                        SELECT 'finding', run_id || ' ' || summary FROM finding GROUP BY run_id, summary HAVING count(*) > 1
                        UNION ALL
                        SELECT 'step left open', s.run_id || ' ' || s.job_type || ' ' || s.status FROM run_step s JOIN run r ON r.id = s.run_id
                        WHERE s.status IN ('STARTED', 'RETRY') AND r.status = 'ENDED'"""));
    }

    /** Seconds from each kill to the next beginning or end of a step; those cut off by the next kill left out. */
    static List<List<String>> movedOn(SplitStack stack, List<Kill> kills) {
        StringBuilder values = new StringBuilder();
        for (int n = 0; n < kills.size(); n++) {
            String next = n + 1 < kills.size() ? kills.get(n + 1).at().toString() : "infinity";
            values.append(n == 0 ? "" : ", ")
                    .append("('%s', '%s'::timestamptz, '%s'::timestamptz)"
                            .formatted(kills.get(n).victim(), kills.get(n).at(), next));
        }
        return Rows.patiently(stack::connectOurs, """
                SELECT victim, extract(epoch FROM moved - at) FROM (VALUES %s) AS k (victim, at, next)
                CROSS JOIN LATERAL (
                    SELECT min(e.at) AS moved FROM run_event e
                    WHERE e.at > k.at AND e.at < k.next AND e.kind = 'STEP'
                      AND (e.payload ->> 'status' <> 'STARTED' OR e.payload ->> 'message' IS NULL)) AS m
                WHERE moved IS NOT NULL""".formatted(values));
    }
}
