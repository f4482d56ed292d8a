ALTER TABLE change
    ADD COLUMN forecast_bytes      bigint, -- what it is expected to take on the target's disk; null where nobody foretold
    ADD COLUMN fingerprint_planned text,   -- of the target's schema when the plan was drafted
    ADD COLUMN stopped             boolean NOT NULL DEFAULT false; -- by the watch on the service

-- What each guard answered before a change was begun, the looks that held it back among them.
CREATE TABLE change_guard (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id text        NOT NULL REFERENCES change (id),
    at        timestamptz NOT NULL,
    guard     text        NOT NULL CHECK (guard IN ('DISK', 'TRANSACTIONS', 'LOAD')),
    answer    text        NOT NULL CHECK (answer IN ('CLEAR', 'UNNEEDED', 'WAIT', 'REFUSED', 'UNKNOWN', 'GIVEN_UP')),
    words     text        NOT NULL
);
CREATE INDEX ON change_guard (change_id);

-- How the service answered just before the change: the watch measures it by that, after a restart of ours too.
CREATE TABLE change_calm (
    change_id  text             NOT NULL REFERENCES change (id),
    request    text             NOT NULL,
    slowest_ms double precision NOT NULL,
    PRIMARY KEY (change_id, request)
);
