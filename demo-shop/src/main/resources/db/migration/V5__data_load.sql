CREATE TABLE data_load (
    finished_at timestamptz      NOT NULL,
    as_of       date             NOT NULL,
    seed        bigint           NOT NULL,
    scale       double precision NOT NULL,
    row_count   bigint           NOT NULL
);

COMMENT ON TABLE data_load IS 'One row once the sample data is complete';
