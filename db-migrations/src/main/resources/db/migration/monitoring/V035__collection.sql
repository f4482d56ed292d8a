-- Whose monitoring is wanted, and how often: every_seconds is a reading, cycle an assessment (ISO 8601). Changed_at is when
-- a person last said so; ticked_at when the process instance was last at work.
CREATE TABLE monitoring (
    target_id     text PRIMARY KEY,
    wanted        boolean     NOT NULL,
    every_seconds int         NOT NULL CHECK (every_seconds BETWEEN 5 AND 3600),
    cycle_seconds int         NOT NULL CHECK (cycle_seconds BETWEEN 15 AND 86400),
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    next_at       timestamptz NOT NULL,
    ticked_at     timestamptz
);
CREATE INDEX monitoring_due ON monitoring (next_at) WHERE wanted;

-- What a source told last, its counters above all, so that whoever reads it next knows what was added, after a restart of
-- ours too. Epoch names what they count since: when it differs, they began anew. Complete: a counter that is not in the list
-- had counted nothing.
CREATE TABLE source_state (
    target_id text               NOT NULL,
    source    text               NOT NULL,
    at        timestamptz        NOT NULL,
    epoch     text               NOT NULL,
    complete  boolean            NOT NULL,
    names     text[]             NOT NULL,
    value     double precision[] NOT NULL,
    PRIMARY KEY (target_id, source)
);

-- Time in which a source told nothing, and why. Open while until is null. Recovered says what came of it afterwards.
CREATE TABLE gap (
    target_id text        NOT NULL,
    source    text        NOT NULL,
    since     timestamptz NOT NULL,
    until     timestamptz,
    reason    text        NOT NULL,
    recovered text CHECK (recovered IN ('SAMPLES', 'TOTALS', 'LOST')),
    PRIMARY KEY (target_id, source, since)
);
CREATE UNIQUE INDEX one_open_gap ON gap (target_id, source) WHERE until IS NULL;
