-- One load profile driven once. phase says what it was driven for.
CREATE TABLE load_test (
    id             text PRIMARY KEY,
    run_id         text        NOT NULL REFERENCES run (id),
    phase          text        NOT NULL CHECK (phase IN ('PROFILE', 'BEFORE', 'AFTER')),
    profile        text        NOT NULL CHECK (profile IN ('BASELINE', 'PEAK', 'STRESS', 'SOAK')),
    round          int         NOT NULL,
    attempt        int         NOT NULL,
    job_key        bigint      NOT NULL,
    config         jsonb       NOT NULL,
    status         text        NOT NULL CHECK (status IN ('RUNNING', 'VALID', 'INVALID', 'LOST')),
    invalid_reason text,
    started_at     timestamptz NOT NULL,
    steady_from    timestamptz,
    ended_at       timestamptz,
    result         jsonb,
    report_path    text
);
CREATE INDEX load_test_of_run ON load_test (run_id, phase, profile, round);

-- One second of one request; histogram is an HdrHistogram in V2 compressed encoding, values in microseconds.
CREATE TABLE load_window (
    load_test_id text        NOT NULL REFERENCES load_test (id) ON DELETE CASCADE,
    request      text        NOT NULL,
    second       timestamptz NOT NULL,
    count        int         NOT NULL,
    errors       int         NOT NULL,
    histogram    bytea       NOT NULL,
    PRIMARY KEY (load_test_id, request, second)
);
