CREATE TABLE change (
    id                 text PRIMARY KEY,
    run_id             text        NOT NULL REFERENCES run (id),
    position           int         NOT NULL,
    finding_id         text REFERENCES finding (id),
    kind               text        NOT NULL,
    spec               jsonb       NOT NULL,
    statement          text        NOT NULL,
    undo_statement     text        NOT NULL,
    status             text        NOT NULL CHECK (status IN ('PROPOSED', 'APPLYING', 'APPLIED', 'UNDOING', 'KEPT',
                                                              'REVERTED', 'SKIPPED')),
    earned             boolean, -- null until judged; false: to be taken back
    note               text,
    fingerprint_before text,
    fingerprint_after  text,
    applied_at         timestamptz,
    ended_at           timestamptz,
    UNIQUE (run_id, position)
);

-- Every statement sent to a target to change it, with its time and result.
CREATE TABLE change_statement (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id text        NOT NULL REFERENCES change (id),
    statement text        NOT NULL,
    at        timestamptz NOT NULL,
    millis    bigint,
    sql_state text,
    error     text
);

-- A target's schema, kept once under its fingerprint; change.fingerprint_before and _after point here.
CREATE TABLE schema_snapshot (
    fingerprint text PRIMARY KEY,
    lines       jsonb NOT NULL
);
