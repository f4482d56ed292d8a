ALTER TABLE alert_response DROP CONSTRAINT alert_response_action_check;
ALTER TABLE alert_response ADD CONSTRAINT alert_response_action_check
    CHECK (action IN ('NOTIFY', 'START_RUN', 'OPEN_APPROVAL', 'ROLL_BACK', 'ASK_FOR_SCALING'));
ALTER TABLE alert_response
    ADD COLUMN take_back_id text REFERENCES take_back (id),
    ADD COLUMN change_id    text REFERENCES change (id), -- what is taken back, or what a person is asked to take back
    ADD COLUMN resource     text CHECK (resource IN ('CPU', 'MEMORY', 'DISK', 'CONNECTIONS')),
    ADD COLUMN words        text,        -- what was asked of people, or of whoever scales
    ADD COLUMN sent_at      timestamptz; -- when the engine had the message that asks for scaling

ALTER TABLE alert_delivery DROP CONSTRAINT alert_delivery_event_check;
ALTER TABLE alert_delivery ADD CONSTRAINT alert_delivery_event_check
    CHECK (event IN ('WARNING', 'CRITICAL', 'RESOLVED', 'APPROVAL', 'SCALING'));
ALTER TABLE alert_delivery ADD COLUMN words text; -- instead of the alert's own

-- What a series is called in front of people; null for what was written before there was such a name.
ALTER TABLE alert_breach ADD COLUMN called text;
-- From when on the trouble had lasted as long as its threshold wants: what comes after that is Perfloop's time.
ALTER TABLE alert ADD COLUMN due_at timestamptz;
-- What a person said of it: was it real, or noise?
ALTER TABLE alert
    ADD COLUMN verdict    text CHECK (verdict IN ('REAL', 'NOISE')),
    ADD COLUMN verdict_by text,
    ADD COLUMN verdict_at timestamptz,
    ADD CHECK ((verdict IS NULL) = (verdict_by IS NULL) AND (verdict IS NULL) = (verdict_at IS NULL));
