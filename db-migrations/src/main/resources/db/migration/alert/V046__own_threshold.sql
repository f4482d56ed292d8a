-- What a person set for one series of a target; it comes before the deployed decision, the objective and what is usual.
CREATE TABLE own_threshold (
    series_id       int PRIMARY KEY REFERENCES series (id) ON DELETE CASCADE,
    warning         double precision NOT NULL,
    critical        double precision NOT NULL,
    direction       text             NOT NULL CHECK (direction IN ('ABOVE', 'BELOW')),
    lasting_seconds int              NOT NULL CHECK (lasting_seconds BETWEEN 0 AND 86400),
    clear_share     double precision NOT NULL CHECK (clear_share BETWEEN 0 AND 0.9),
    set_by          text             NOT NULL,
    set_at          timestamptz      NOT NULL,
    CHECK (CASE direction WHEN 'ABOVE' THEN critical >= warning ELSE critical <= warning END)
);

-- What each series was held against at its newest assessment, so that it can be shown without asking the engine.
CREATE TABLE threshold_held (
    series_id       int PRIMARY KEY REFERENCES series (id) ON DELETE CASCADE,
    warning         double precision NOT NULL,
    critical        double precision NOT NULL,
    direction       text             NOT NULL CHECK (direction IN ('ABOVE', 'BELOW')),
    lasting_seconds int              NOT NULL,
    clear_share     double precision NOT NULL,
    threshold_from  text             NOT NULL CHECK (threshold_from IN ('OWN', 'DECISION', 'OBJECTIVE', 'HISTORY')),
    since           timestamptz      NOT NULL
);

ALTER TABLE alert_breach DROP CONSTRAINT alert_breach_threshold_from_check;
ALTER TABLE alert_breach ADD CONSTRAINT alert_breach_threshold_from_check
    CHECK (threshold_from IN ('OWN', 'DECISION', 'OBJECTIVE', 'HISTORY'));
