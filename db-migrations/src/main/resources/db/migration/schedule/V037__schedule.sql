-- Runs that begin by themselves. Each schedule has a process instance (scheduled-optimization) that sleeps until next_due; what a
-- person changes here is told it by a message, again and again until seen_version is version.
CREATE TABLE schedule (
    id                   text PRIMARY KEY,
    target               text        NOT NULL, -- its name alone: a target may be deleted, which removes the schedule
    times                text        NOT NULL, -- cron of five fields, or a repeating interval of ISO 8601
    zone                 text        NOT NULL,
    intensity            text        NOT NULL CHECK (intensity IN ('QUICK', 'STANDARD', 'THOROUGH')),
    in_windows_only      boolean     NOT NULL, -- of a target with maintenance windows: only while one is open
    status               text        NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'REMOVED')),
    since                timestamptz NOT NULL, -- an interval without a begin of its own is counted from here
    dealt_with_until     timestamptz NOT NULL, -- times up to here are dealt with, or were not wanted
    version              bigint      NOT NULL,
    seen_version         bigint      NOT NULL,
    next_due             timestamptz,          -- what the process instance waits for; null since a person changed something
    process_instance_key bigint,
    made_by              text        NOT NULL,
    made_at              timestamptz NOT NULL,
    changed_by           text        NOT NULL,
    changed_at           timestamptz NOT NULL
);
CREATE INDEX schedule_of_target ON schedule (target) WHERE status <> 'REMOVED';

-- What became of a time that was due. A time that comes twice (a worker was killed) finds its row.
CREATE TABLE schedule_tick (
    schedule_id text        NOT NULL REFERENCES schedule (id),
    due_at      timestamptz NOT NULL,
    decided_at  timestamptz NOT NULL,
    missed      int         NOT NULL CHECK (missed >= 0), -- other times that had passed as well, and count as this one
    run_id      text REFERENCES run (id),
    why_none    text,
    PRIMARY KEY (schedule_id, due_at),
    CHECK ((run_id IS NULL) = (why_none IS NOT NULL))
);
CREATE INDEX schedule_tick_of_run ON schedule_tick (run_id);
