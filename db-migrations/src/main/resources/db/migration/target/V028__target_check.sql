-- The newest runs of one target, among tens of thousands of others.
CREATE INDEX run_of_target ON run (target, requested_at DESC, id DESC);

-- A target may be deleted while what its runs found and measured stays. The name is all they have in common then.
ALTER TABLE run DROP CONSTRAINT run_target_fkey;
ALTER TABLE regression_guard DROP CONSTRAINT regression_guard_target_fkey;
ALTER TABLE guard_release DROP CONSTRAINT guard_release_target_fkey;

-- A person asks what of a target can be reached and used. The file is kept as it was checked: it may not be saved yet,
-- so there need be no such target. Secrets in it are references.
CREATE TABLE target_check (
    id         text PRIMARY KEY,
    target     text        NOT NULL,
    definition text        NOT NULL,
    draft      boolean     NOT NULL,
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL
);
CREATE INDEX target_check_of_target ON target_check (target, asked_at DESC);

-- Each part is one step of the process; it has ended when it has a row here.
CREATE TABLE target_check_part (
    check_id text        NOT NULL REFERENCES target_check (id) ON DELETE CASCADE,
    part     text        NOT NULL CHECK (part IN ('SERVICE', 'DATABASE', 'REQUESTS')),
    ended_at timestamptz NOT NULL,
    PRIMARY KEY (check_id, part)
);

-- What one thing said, and what to do when it is not as it should be. BROKEN: no run can go well; LACKING: it sees less.
CREATE TABLE target_check_answer (
    check_id text NOT NULL REFERENCES target_check (id) ON DELETE CASCADE,
    part     text NOT NULL CHECK (part IN ('SERVICE', 'DATABASE', 'REQUESTS')),
    position int  NOT NULL,
    subject  text NOT NULL,
    state    text NOT NULL CHECK (state IN ('FINE', 'LACKING', 'BROKEN')),
    words    text NOT NULL,
    mend     text NOT NULL,
    PRIMARY KEY (check_id, part, position)
);

-- Each request of the scenario, sent once. Bodies and headers are not kept: they may hold secrets.
CREATE TABLE target_check_request (
    check_id text             NOT NULL REFERENCES target_check (id) ON DELETE CASCADE,
    position int              NOT NULL,
    request  text             NOT NULL,
    method   text             NOT NULL,
    address  text             NOT NULL,
    good     boolean          NOT NULL,
    status   int,
    ms       double precision,
    bytes    bigint,
    leads_to text             NOT NULL,
    words    text             NOT NULL,
    mend     text             NOT NULL,
    PRIMARY KEY (check_id, position)
);
