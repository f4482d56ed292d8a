-- A kept change taken back long after its run: at a person's word, or at an alert's where the plan's approver allowed that.
CREATE TABLE take_back (
    id                 text PRIMARY KEY,
    change_id          text        NOT NULL REFERENCES change (id),
    wished_by          text        NOT NULL,
    wished_at          timestamptz NOT NULL,
    reason             text        NOT NULL,
    fingerprint_before text, -- of the target's schema just before; null until it begins
    ended_at           timestamptz,
    outcome            text CHECK (outcome IN ('TAKEN_BACK', 'REFUSED')),
    note               text, -- what was verified, or why it was refused
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
-- However often somebody asks: a change is taken back once at a time.
CREATE UNIQUE INDEX take_back_under_way ON take_back (change_id) WHERE ended_at IS NULL;
CREATE INDEX take_back_of_change ON take_back (change_id, wished_at);

-- Said by the approver of a plan: what of it is kept may be taken back by itself when an alert says so.
ALTER TABLE approval_decision ADD COLUMN may_take_back boolean NOT NULL DEFAULT false;
