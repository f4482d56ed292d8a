-- One injector of a load that several drive together. They meet under the name of their load test, before there is one;
-- load_test_id and start_at are set for all at once when it begins. Times are this server's: it is the clock all share.
CREATE TABLE load_injector (
    meeting      text        NOT NULL,
    injector     int         NOT NULL,
    job_key      bigint      NOT NULL,
    seen_at      timestamptz NOT NULL,
    load_test_id text REFERENCES load_test (id) ON DELETE CASCADE,
    start_at     timestamptz,
    progress     jsonb,
    result       jsonb,
    PRIMARY KEY (meeting, injector)
);

-- The seconds of one injector, as load_window has those of the whole load; kept until they are merged.
CREATE TABLE load_injector_window (
    load_test_id text        NOT NULL REFERENCES load_test (id) ON DELETE CASCADE,
    injector     int         NOT NULL,
    request      text        NOT NULL,
    second       timestamptz NOT NULL,
    count        int         NOT NULL,
    errors       int         NOT NULL,
    histogram    bytea       NOT NULL,
    PRIMARY KEY (load_test_id, injector, request, second)
);
