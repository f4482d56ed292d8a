CREATE TABLE run (
    id                   text PRIMARY KEY,
    target               text        NOT NULL REFERENCES target (name),
    target_definition    text        NOT NULL,
    intensity            text        NOT NULL CHECK (intensity IN ('QUICK', 'STANDARD', 'THOROUGH')),
    status               text        NOT NULL CHECK (status IN ('REQUESTED', 'RUNNING', 'ENDED')),
    outcome              text CHECK (outcome IN ('TARGETS_MET', 'ACCEPTABLE', 'ROLLED_BACK', 'ESCALATED', 'REJECTED',
                                                 'INCONCLUSIVE', 'CANCELLED', 'FAILED')),
    process_instance_key bigint,
    requested_by         text        NOT NULL,
    requested_at         timestamptz NOT NULL,
    started_at           timestamptz,
    ended_at             timestamptz,
    summary              jsonb,
    CHECK ((status = 'ENDED') = (outcome IS NOT NULL))
);
-- Starting twice for one target gives one run.
CREATE UNIQUE INDEX run_one_active_per_target ON run (target) WHERE status <> 'ENDED';
CREATE INDEX run_newest_first ON run (requested_at DESC, id DESC);

-- The journal: one row a job, whatever became of it.
CREATE TABLE run_step (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id         text        NOT NULL REFERENCES run (id),
    job_key        bigint      NOT NULL UNIQUE,
    job_type       text        NOT NULL,
    process_id     text        NOT NULL,
    element_id     text        NOT NULL,
    caller_element text, -- the call activity in the main process when the job ran in a called one
    attempt        int         NOT NULL DEFAULT 1,
    status         text        NOT NULL CHECK (status IN ('STARTED', 'DONE', 'RETRY', 'ERROR', 'INCIDENT')),
    progress       int CHECK (progress BETWEEN 0 AND 100),
    message        text,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz
);
CREATE INDEX run_step_of_run ON run_step (run_id, id);

-- What a run did not look at, why, and how to make it look next time.
CREATE TABLE run_blind_spot (
    run_id text NOT NULL REFERENCES run (id),
    what   text NOT NULL,
    why    text NOT NULL,
    mend   text NOT NULL,
    PRIMARY KEY (run_id, what)
);

-- The feed behind the live view; the id is the resume point of a listener.
CREATE TABLE run_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id  text        NOT NULL REFERENCES run (id),
    at      timestamptz NOT NULL,
    kind    text        NOT NULL,
    payload jsonb       NOT NULL
);
CREATE INDEX run_event_of_run ON run_event (run_id, id);

CREATE FUNCTION announce_run_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('run_event', NEW.id::text);
    RETURN NEW;
END $$;
CREATE TRIGGER run_event_announced AFTER INSERT ON run_event FOR EACH ROW EXECUTE FUNCTION announce_run_event();

-- A person's wish to stop a run, written before it is sent to the engine and re-sent until the run has ended.
CREATE TABLE run_cancellation (
    run_id       text PRIMARY KEY REFERENCES run (id),
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    sent_at      timestamptz
);
