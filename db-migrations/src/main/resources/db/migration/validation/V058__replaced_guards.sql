-- Guards that a stricter one took the place of: they stand again when that goes with the change it was verified with.
CREATE TABLE replaced_guard (
    target  text             NOT NULL,
    profile text             NOT NULL,
    request text             NOT NULL,
    metric  text             NOT NULL,
    ceiling double precision NOT NULL,
    rate    double precision,
    run_id  text             NOT NULL REFERENCES run (id),
    set_at  timestamptz      NOT NULL,
    PRIMARY KEY (target, profile, request, metric, run_id)
);

-- So many older ones stand again since.
ALTER TABLE guard_release ADD COLUMN brought_back int NOT NULL DEFAULT 0;
