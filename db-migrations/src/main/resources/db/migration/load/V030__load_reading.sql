-- What was read of the target while a load test ran, some seconds apart: a figure of one moment, its unit last in the metric's
-- name. Metrics that end with _total are counters: what happened between two moments is their difference.
CREATE TABLE load_reading (
    load_test_id text             NOT NULL REFERENCES load_test (id) ON DELETE CASCADE,
    metric       text             NOT NULL,
    at           timestamptz      NOT NULL,
    value        double precision NOT NULL,
    PRIMARY KEY (load_test_id, metric, at)
);

-- The history of a target is asked for by its name.
CREATE INDEX run_of_target_newest_first ON run (target, requested_at DESC, id DESC);
