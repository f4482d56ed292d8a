-- What the heaviest statements did on the target while a load test ran, its warm-up included: pg_stat_statements at the end
-- minus at the start.
CREATE TABLE load_statement (
    load_test_id text             NOT NULL REFERENCES load_test (id) ON DELETE CASCADE,
    query_id     bigint           NOT NULL,
    query        text             NOT NULL,
    calls        bigint           NOT NULL,
    total_ms     double precision NOT NULL,
    rows         bigint           NOT NULL,
    blocks_hit   bigint           NOT NULL,
    blocks_read  bigint           NOT NULL,
    wal_bytes    bigint           NOT NULL,
    PRIMARY KEY (load_test_id, query_id)
);
