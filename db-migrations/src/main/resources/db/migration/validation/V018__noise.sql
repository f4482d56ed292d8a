-- How much a target's latencies differ between load tests of one run that were alike: standard deviation of their logarithm.
CREATE TABLE noise
(
    run_id      text             NOT NULL REFERENCES run (id),
    target      text             NOT NULL,
    profile     text             NOT NULL,
    request     text             NOT NULL, -- empty: all requests together
    metric      text             NOT NULL,
    spread      double precision NOT NULL,
    degrees     double precision NOT NULL, -- of freedom
    observed_at timestamptz      NOT NULL,
    PRIMARY KEY (run_id, profile, request, metric)
);
CREATE INDEX noise_target ON noise (target, observed_at);
