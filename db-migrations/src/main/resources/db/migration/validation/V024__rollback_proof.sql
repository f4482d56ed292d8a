-- Whether a target's latency was as before once a run's changes were taken back, by another measurement.
CREATE TABLE rollback_proof (
    run_id    text PRIMARY KEY REFERENCES run (id),
    latency   text        NOT NULL CHECK (latency IN ('BACK', 'NOT_BACK', 'UNKNOWN')),
    reason    text        NOT NULL,
    proved_at timestamptz NOT NULL
);

ALTER TABLE load_test DROP CONSTRAINT load_test_phase_check;
ALTER TABLE load_test ADD CONSTRAINT load_test_phase_check
    CHECK (phase IN ('PROFILE', 'BEFORE', 'AFTER', 'WITHOUT', 'CALIBRATION', 'ROLLED_BACK'));
