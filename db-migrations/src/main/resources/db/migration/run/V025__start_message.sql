-- What a requested run asks of the process engine, kept so that it can be sent again: the engine may be away.
CREATE TABLE start_message (
    run_id    text PRIMARY KEY REFERENCES run (id),
    name      text  NOT NULL,
    variables jsonb NOT NULL
);

INSERT INTO start_message
SELECT r.id,
       CASE WHEN g.run_id IS NOT NULL THEN 'gate-requested'
            WHEN c.run_id IS NOT NULL THEN 'calibration-requested'
            ELSE 'optimization-requested' END,
       jsonb_strip_nulls(jsonb_build_object(
           'target', r.target,
           'runId', r.id,
           'intensity', r.intensity,
           'phase', CASE cardinality(g.profiles) WHEN 1 THEN 'PROFILE' ELSE CASE WHEN g.run_id IS NOT NULL THEN 'AFTER' END END,
           'tests', c.wanted))
FROM run r
LEFT JOIN regression_gate g ON g.run_id = r.id
LEFT JOIN calibration c ON c.run_id = r.id
WHERE r.status = 'REQUESTED';
