-- What is told of a target over time. A target may be deleted while its past stays: its name is all they have in common.
-- A subject is a request or a statement; none means the whole. A RATE is a counter's growth per second; a PERCENTILE is
-- that of one reading, and its rollups hold the lowest, the highest and the mean of those, not the percentile of the hour.
CREATE TABLE series (
    id        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    target_id text        NOT NULL,
    source    text        NOT NULL CHECK (source IN
                  ('PROMETHEUS', 'DATABASE', 'STATEMENTS', 'JVM', 'HOST', 'PROBE', 'COLLECTOR')),
    metric    text        NOT NULL,
    subject   text,
    title     text        NOT NULL,
    unit      text        NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('GAUGE', 'RATE', 'PERCENTILE')),
    first_at  timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (target_id, metric, subject)
);

-- What monitoring thinks of a target at one moment, and what that rests on: REAL_TIME, readings of this cycle; DELAYED, the
-- last minutes in store; HISTORICAL, the same hours of the weeks before; NOTHING, there is no such reading yet.
CREATE TABLE assessment (
    id        uuid PRIMARY KEY,
    target_id text        NOT NULL,
    at        timestamptz NOT NULL,
    rests_on  text        NOT NULL CHECK (rests_on IN ('REAL_TIME', 'DELAYED', 'HISTORICAL', 'NOTHING')),
    words     text        NOT NULL
);
CREATE INDEX assessment_of_target ON assessment (target_id, at DESC);
CREATE INDEX assessment_by_age ON assessment (at);

-- The baseline is what is usual at this hour of the week; unknown while there are too few weeks. The change is ROSE or FELL
-- when the level has lately changed for good.
CREATE TABLE assessment_reading (
    assessment_id uuid             NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    series_id     int              NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    metric        text             NOT NULL,
    subject       text,
    value         double precision NOT NULL,
    unit          text             NOT NULL,
    baseline_low  double precision,
    baseline_mid  double precision,
    baseline_high double precision,
    change        text CHECK (change IN ('ROSE', 'FELL')),
    PRIMARY KEY (assessment_id, series_id)
);
