-- Mail that has to be sent, one row a mailbox: written with what it tells of, and sent until the mail server took it. What is in it is
-- let go when that is over, what became of it stays.
CREATE TABLE letter (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cause      text        NOT NULL, -- what it tells of, in the words of who wrote it: the same is posted once to a mailbox
    recipient  text        NOT NULL,
    subject    text        NOT NULL,
    body       text,
    html       text,
    status     text        NOT NULL CHECK (status IN ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts   int         NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL,
    made_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    last_words text, -- what the mail server said last, or why it could not be reached
    UNIQUE (cause, recipient),
    CHECK ((status = 'WAITING') = (body IS NOT NULL AND html IS NOT NULL))
);
CREATE INDEX letter_due ON letter (next_at) WHERE status = 'WAITING';
