-- How a series stands against its threshold: what is not calm has a row. Since is when it came to stand so.
CREATE TABLE threshold_watch (
    series_id int PRIMARY KEY REFERENCES series (id) ON DELETE CASCADE,
    target_id text        NOT NULL,
    phase     text        NOT NULL CHECK (phase IN ('PENDING', 'FIRING', 'CLEARING')),
    severity  text        NOT NULL CHECK (severity IN ('WARNING', 'CRITICAL')),
    since     timestamptz NOT NULL
);
CREATE INDEX threshold_watch_of_target ON threshold_watch (target_id);

-- The newest assessment of each target that was judged: each is judged once, however often a worker is asked to, and none after a later one.
CREATE TABLE evaluation (
    target_id     text PRIMARY KEY,
    assessment_id uuid        NOT NULL,
    at            timestamptz NOT NULL
);

-- One alert a cause: what belongs together on one target is one thing for a person. A muted one is kept up to date and tells nobody.
CREATE TABLE alert (
    id              uuid PRIMARY KEY,
    target_id       text        NOT NULL,
    family          text        NOT NULL,
    severity        text        NOT NULL CHECK (severity IN ('WARNING', 'CRITICAL')),
    state           text        NOT NULL CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'MUTED', 'RESOLVED')),
    words           text        NOT NULL,
    opened_at       timestamptz NOT NULL,
    seen_at         timestamptz NOT NULL,
    changed_by      text, -- who acknowledged or muted it; null for Perfloop, in a maintenance window
    changed_at      timestamptz,
    muted_until     timestamptz,
    resolved_at     timestamptz,
    answered        text CHECK (answered IN ('WARNING', 'CRITICAL')), -- the severity that responses were chosen for
    CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_alert_per_cause ON alert (target_id, family) WHERE state <> 'RESOLVED';
CREATE INDEX alert_newest_first ON alert (opened_at DESC, id DESC);

-- The series that are beyond their thresholds, with the worst they were at and where the threshold is from.
CREATE TABLE alert_breach (
    alert_id       uuid             NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
    series_id      int              NOT NULL,
    metric         text             NOT NULL,
    subject        text,
    unit           text             NOT NULL,
    value          double precision NOT NULL,
    worst          double precision NOT NULL,
    threshold      double precision NOT NULL,
    threshold_from text             NOT NULL CHECK (threshold_from IN ('DECISION', 'OBJECTIVE', 'HISTORY')),
    severity       text             NOT NULL CHECK (severity IN ('WARNING', 'CRITICAL')),
    first_at       timestamptz      NOT NULL,
    last_at        timestamptz      NOT NULL,
    ended_at       timestamptz,
    PRIMARY KEY (alert_id, series_id)
);

-- What was done about an alert: told, or a run begun. One of each for a severity, however often a worker is asked to.
CREATE TABLE alert_response (
    alert_id uuid        NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
    severity text        NOT NULL CHECK (severity IN ('WARNING', 'CRITICAL')),
    action   text        NOT NULL CHECK (action IN ('NOTIFY', 'START_RUN')),
    at       timestamptz NOT NULL,
    run_id   text REFERENCES run (id),
    why_none text,
    PRIMARY KEY (alert_id, severity, action)
);
