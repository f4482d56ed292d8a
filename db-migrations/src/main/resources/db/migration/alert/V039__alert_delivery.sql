-- Who is told of an alert, and how far that has come. Rows are written with the alert's response and sent until the receiver took them.
CREATE TABLE alert_delivery (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id   uuid        NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
    channel    text        NOT NULL, -- its name in the workers' settings; address and secret are only there
    event      text        NOT NULL CHECK (event IN ('WARNING', 'CRITICAL', 'RESOLVED')),
    status     text        NOT NULL CHECK (status IN ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts   int         NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL,
    made_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    last_words text, -- what the receiver said last, or why it could not be reached
    UNIQUE (alert_id, channel, event)
);
CREATE INDEX alert_delivery_due ON alert_delivery (next_at) WHERE status = 'WAITING';
