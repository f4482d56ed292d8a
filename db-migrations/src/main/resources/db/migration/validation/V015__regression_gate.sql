-- The arrival rate a ceiling was measured at: at another rate nobody can say whether it holds. looser_* is what the newest
-- verified run would have set, had it been allowed to: a guard only ever comes down, until a person lifts it.
ALTER TABLE regression_guard
    ADD COLUMN rate double precision,
    ADD COLUMN looser_ceiling double precision,
    ADD COLUMN looser_run_id text REFERENCES run (id);

-- A run that only asks whether the target still holds its guards.
CREATE TABLE regression_gate (
    run_id    text   PRIMARY KEY REFERENCES run (id),
    profiles  text[] NOT NULL,
    result    text   CHECK (result IN ('HELD', 'REGRESSED', 'INCONCLUSIVE')),
    reason    text,
    judged_at timestamptz
);

-- The guards as they were when the gate was asked for. What nobody has judged is not held.
CREATE TABLE guard_check (
    run_id  text NOT NULL REFERENCES regression_gate (run_id),
    profile text NOT NULL,
    request text NOT NULL,
    metric  text NOT NULL,
    ceiling double precision NOT NULL,
    rate    double precision,
    value   double precision,
    low     double precision,
    high    double precision,
    result  text NOT NULL DEFAULT 'INCONCLUSIVE' CHECK (result IN ('HELD', 'REGRESSED', 'INCONCLUSIVE')),
    reason  text NOT NULL DEFAULT 'not measured',
    PRIMARY KEY (run_id, profile, request, metric)
);

-- Guards that a person lifted, as they were.
CREATE TABLE guard_release (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    target      text        NOT NULL REFERENCES target (name),
    released_by text        NOT NULL,
    released_at timestamptz NOT NULL,
    guards      jsonb       NOT NULL
);

ALTER TABLE run DROP CONSTRAINT run_outcome_check;
ALTER TABLE run ADD CONSTRAINT run_outcome_check
    CHECK (outcome IN ('TARGETS_MET', 'ACCEPTABLE', 'ROLLED_BACK', 'ESCALATED', 'REJECTED', 'INCONCLUSIVE',
                       'GUARDS_HELD', 'GUARDS_BROKEN', 'CANCELLED', 'FAILED'));
