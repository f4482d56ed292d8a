-- PLAN: measured, judged, kept or taken back by its run. OFFER: lets the next run see more; made and taken back at a person's word.
ALTER TABLE change
    ADD COLUMN purpose text NOT NULL DEFAULT 'PLAN' CHECK (purpose IN ('PLAN', 'OFFER'));

-- What a person asked for beside the runs, with what came of it. The run is the one that found what is lacking.
CREATE TABLE observability_wish (
    id           text PRIMARY KEY,
    run_id       text        NOT NULL REFERENCES run (id),
    kind         text        NOT NULL CHECK (kind IN ('SHOW', 'APPLY', 'UNDO')),
    wished_by    text        NOT NULL,
    wished_at    timestamptz NOT NULL,
    fulfilled_at timestamptz,
    note         text
);
CREATE INDEX ON observability_wish (run_id, wished_at);
