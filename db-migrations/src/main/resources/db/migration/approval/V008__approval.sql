CREATE TABLE approval (
    id           text PRIMARY KEY,
    run_id       text        NOT NULL REFERENCES run (id),
    kind         text        NOT NULL CHECK (kind IN ('PLAN', 'ARCHITECTURE', 'INCONCLUSIVE')),
    status       text        NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
    requested_at timestamptz NOT NULL,
    expires_at   timestamptz,
    reminded_at  timestamptz,
    decided_at   timestamptz,
    decided_by   text,
    decided_in   text CHECK (decided_in IN ('PERFLOOP', 'TASKLIST', 'TIMER')),
    comment      text
);
CREATE INDEX approval_waiting ON approval (requested_at) WHERE status = 'PENDING';

-- What a person said through our UI, written before it is sent to the engine, so that it survives a crash in between.
CREATE TABLE approval_decision (
    id          text PRIMARY KEY,
    approval_id text        NOT NULL UNIQUE REFERENCES approval (id),
    decision    text        NOT NULL CHECK (decision IN ('APPROVE', 'REJECT')),
    decided_by  text        NOT NULL,
    decided_at  timestamptz NOT NULL,
    comment     text        NOT NULL,
    sent_at     timestamptz
);
