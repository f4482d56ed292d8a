-- What was looked at around a load test besides its latencies, in the order in which it is shown.
-- SPOILED makes the test invalid; NOTED is said and judged all the same; NOT_LOOKED_AT says what was missing to look.
CREATE TABLE load_check (
    load_test_id text NOT NULL REFERENCES load_test (id) ON DELETE CASCADE,
    position     int  NOT NULL,
    subject      text NOT NULL,
    state        text NOT NULL CHECK (state IN ('FINE', 'SPOILED', 'NOTED', 'NOT_LOOKED_AT')),
    words        text NOT NULL,
    PRIMARY KEY (load_test_id, position)
);

-- A person wants a running load test to end. Whoever drives it asks once a second.
CREATE TABLE load_abort (
    load_test_id text PRIMARY KEY REFERENCES load_test (id) ON DELETE CASCADE,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL
);

ALTER TABLE load_test DROP CONSTRAINT load_test_status_check;
ALTER TABLE load_test ADD CONSTRAINT load_test_status_check
    CHECK (status IN ('RUNNING', 'VALID', 'INVALID', 'LOST', 'ABORTED'));
