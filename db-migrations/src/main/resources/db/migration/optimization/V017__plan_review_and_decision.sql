-- The plan as data, beside its document; null in plans that an earlier version drafted.
ALTER TABLE plan
    ADD COLUMN content jsonb;

-- What a change of a plan rests on: whoever leaves out the one must leave out the other.
CREATE TABLE change_need (
    change_id text NOT NULL REFERENCES change (id),
    needs     text NOT NULL REFERENCES change (id),
    why       text NOT NULL,
    PRIMARY KEY (change_id, needs)
);

-- What an approver may say besides yes and no. left_out holds ids of changes.
ALTER TABLE approval
    ADD COLUMN four_eyes  boolean NOT NULL DEFAULT false, -- the requester's yes does not count
    ADD COLUMN not_before timestamptz,                    -- approved, but to be applied only from then on
    ADD COLUMN left_out   text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN refusal    text;                           -- why the last decision did not count and it is asked again
ALTER TABLE approval_decision
    ADD COLUMN not_before timestamptz,
    ADD COLUMN left_out   text[] NOT NULL DEFAULT '{}';
