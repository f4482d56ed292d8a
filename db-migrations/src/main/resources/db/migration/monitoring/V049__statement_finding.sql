ALTER TABLE series DROP CONSTRAINT series_source_check;
ALTER TABLE series ADD CONSTRAINT series_source_check CHECK (source IN
    ('PROMETHEUS', 'DATABASE', 'STATEMENTS', 'JVM', 'HOST', 'PROBE', 'COLLECTOR', 'ANALYSIS'));

-- How the planner would run a statement, one row for as long as that is the same.
CREATE TABLE statement_plan (
    target_id text             NOT NULL,
    statement text             NOT NULL,
    at        timestamptz      NOT NULL,
    last_at   timestamptz      NOT NULL,
    shape     text             NOT NULL,
    cost      double precision NOT NULL,
    PRIMARY KEY (target_id, statement, at)
);

-- A statement that became a burden, for as long as it is one. The figure is what its series of the source ANALYSIS tells.
CREATE TABLE statement_finding (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    target_id text             NOT NULL,
    statement text             NOT NULL,
    kind      text             NOT NULL CHECK (kind IN ('SLOWER', 'CALLED_MORE', 'NEW_HEAVY', 'PLAN_CHANGED', 'WITHOUT_INDEX')),
    since     timestamptz      NOT NULL,
    figure    double precision NOT NULL,
    words     text             NOT NULL,
    found_at  timestamptz      NOT NULL,
    ended_at  timestamptz
);
CREATE UNIQUE INDEX one_open_finding ON statement_finding (target_id, statement, kind) WHERE ended_at IS NULL;
CREATE INDEX statement_finding_of_target ON statement_finding (target_id, found_at DESC);
