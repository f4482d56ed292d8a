-- What a time was like for a target, as it was found then. Who asks writes a row and the workers fill it; for the weeks of
-- monitored targets the workers ask themselves. The page and the text are kept as they were sent.
CREATE TABLE target_report (
    id            uuid PRIMARY KEY,
    target_id     text        NOT NULL, -- its name alone: a target may be deleted while its past stays
    since         timestamptz NOT NULL,
    until         timestamptz NOT NULL,
    zone          text        NOT NULL,
    weekly        boolean     NOT NULL,
    status        text        NOT NULL CHECK (status IN ('WAITING', 'MADE', 'FAILED')),
    asked_by      text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    attempts      int         NOT NULL DEFAULT 0,
    claimed_until timestamptz, -- until then nobody else makes it
    ended_at      timestamptz,
    why_none      text,
    content       jsonb,
    html          text,
    markdown      text,
    CHECK (since < until),
    CHECK ((status = 'MADE') = (content IS NOT NULL))
);
CREATE UNIQUE INDEX one_report_of_a_week ON target_report (target_id, until) WHERE weekly;
CREATE INDEX target_report_of_target ON target_report (target_id, asked_at DESC);
CREATE INDEX target_report_waiting ON target_report (asked_at) WHERE status = 'WAITING';
