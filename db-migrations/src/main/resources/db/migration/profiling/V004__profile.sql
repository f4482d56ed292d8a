-- The counters as they stood when the window opened, so that a collector that dies can be taken over by another.
CREATE TABLE profile_start (
    run_id   text PRIMARY KEY REFERENCES run (id),
    at       timestamptz NOT NULL,
    counters jsonb       NOT NULL
);

-- What was captured while the profiling load ran.
CREATE TABLE profile (
    run_id         text PRIMARY KEY REFERENCES run (id),
    from_at        timestamptz NOT NULL,
    to_at          timestamptz NOT NULL,
    server_version text        NOT NULL,
    tables         jsonb       NOT NULL,
    indexes        jsonb       NOT NULL,
    settings       jsonb       NOT NULL,
    waits          jsonb       NOT NULL
);

-- pg_stat_statements, end of window minus start of window.
CREATE TABLE profile_statement (
    run_id           text             NOT NULL REFERENCES run (id),
    query_id         bigint           NOT NULL,
    query            text             NOT NULL,
    calls            bigint           NOT NULL,
    total_ms         double precision NOT NULL,
    mean_ms          double precision NOT NULL,
    rows             bigint           NOT NULL,
    shared_blks_hit  bigint           NOT NULL,
    shared_blks_read bigint           NOT NULL,
    temp_blks        bigint           NOT NULL,
    wal_bytes        bigint           NOT NULL,
    db_time_share    double precision NOT NULL,
    PRIMARY KEY (run_id, query_id)
);

CREATE TABLE profile_plan (
    run_id   text   NOT NULL REFERENCES run (id),
    query_id bigint NOT NULL,
    how      text   NOT NULL,
    plan     jsonb  NOT NULL,
    PRIMARY KEY (run_id, query_id)
);

-- Sampled series (CPU, memory, active sessions ...), units in the metric's name.
CREATE TABLE profile_sample (
    run_id text             NOT NULL REFERENCES run (id),
    metric text             NOT NULL,
    at     timestamptz      NOT NULL,
    value  double precision NOT NULL,
    PRIMARY KEY (run_id, metric, at)
);
