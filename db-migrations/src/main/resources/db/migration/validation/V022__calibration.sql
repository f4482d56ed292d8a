-- A run that only drives the same load several times, to know how much alike tests of a target differ and how often a verdict
-- would raise a false alarm. What follows wanted is null until it is judged.
CREATE TABLE calibration
(
    run_id               text PRIMARY KEY REFERENCES run (id),
    wanted               int NOT NULL CHECK (wanted BETWEEN 3 AND 10),
    tests                int, -- valid ones
    left_out             int,
    comparisons          int,
    false_alarms         int,
    false_alarms_at_most double precision, -- share of comparisons, upper 95 % bound
    words                text,
    calibrated_at        timestamptz -- null too when there were too few valid tests
);

-- What it found; in percent, as a person reads it. seen_by_n: the smallest effect that n tests a side would show.
CREATE TABLE calibration_noise
(
    run_id       text             NOT NULL REFERENCES calibration (run_id),
    profile      text             NOT NULL,
    request      text             NOT NULL, -- empty: all requests together
    metric       text             NOT NULL,
    spread_pct   double precision NOT NULL,
    seen_by_one_pct   double precision NOT NULL,
    seen_by_two_pct   double precision NOT NULL,
    seen_by_three_pct double precision NOT NULL,
    PRIMARY KEY (run_id, profile, request, metric)
);

-- Where a run that was judged drove its load from, and against which server: noise is a matter of both.
CREATE TABLE run_surroundings
(
    run_id   text        PRIMARY KEY REFERENCES run (id),
    cpus     int         NOT NULL,
    postgres text        NOT NULL, -- empty: could not be read
    seen_at  timestamptz NOT NULL
);

-- Which knowledge of the noise between tests a verdict rests on.
ALTER TABLE comparison ADD COLUMN noise text;
ALTER TABLE regression_gate ADD COLUMN noise text;

ALTER TABLE load_test DROP CONSTRAINT load_test_phase_check;
ALTER TABLE load_test ADD CONSTRAINT load_test_phase_check
    CHECK (phase IN ('PROFILE', 'BEFORE', 'AFTER', 'WITHOUT', 'CALIBRATION'));

ALTER TABLE run DROP CONSTRAINT run_outcome_check;
ALTER TABLE run ADD CONSTRAINT run_outcome_check
    CHECK (outcome IN ('TARGETS_MET', 'ACCEPTABLE', 'ROLLED_BACK', 'ESCALATED', 'REJECTED', 'INCONCLUSIVE',
                       'GUARDS_HELD', 'GUARDS_BROKEN', 'CALIBRATED', 'CANCELLED', 'FAILED'));
