-- One judged comparison: a metric of a request under a profile, before against after. request '' is all requests.
CREATE TABLE verdict (
    run_id     text NOT NULL REFERENCES run (id),
    round      int  NOT NULL,
    profile    text NOT NULL,
    request    text NOT NULL,
    metric     text NOT NULL CHECK (metric IN ('P50_MS', 'P95_MS', 'P99_MS', 'THROUGHPUT', 'ERROR_RATE')),
    before     double precision,
    after      double precision,
    effect_pct double precision,
    ci_low_pct double precision,
    ci_high_pct double precision,
    result     text NOT NULL CHECK (result IN ('PASS', 'FAIL', 'INCONCLUSIVE')),
    reason     text NOT NULL,
    PRIMARY KEY (run_id, round, profile, request, metric)
);

CREATE TABLE comparison (
    run_id         text        NOT NULL REFERENCES run (id),
    round          int         NOT NULL,
    verdict        text        NOT NULL CHECK (verdict IN ('IMPROVED', 'UNCHANGED', 'REGRESSED', 'INCONCLUSIVE')),
    objectives_met boolean     NOT NULL,
    gain_share_pct double precision NOT NULL,
    more_runs      int         NOT NULL,
    reason         text        NOT NULL,
    compared_at    timestamptz NOT NULL,
    PRIMARY KEY (run_id, round)
);

-- What a verified run says the target can do; later runs and the monitoring hold the target to it.
CREATE TABLE regression_guard (
    target   text             NOT NULL REFERENCES target (name),
    profile  text             NOT NULL,
    request  text             NOT NULL,
    metric   text             NOT NULL,
    ceiling  double precision NOT NULL,
    run_id   text             NOT NULL REFERENCES run (id),
    set_at   timestamptz      NOT NULL,
    PRIMARY KEY (target, profile, request, metric)
);
