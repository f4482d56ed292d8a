-- How often an index that we built had been scanned by then, so that later reports can tell what came since. Scans are null
-- where the index was not there; epoch names what they count since.
CREATE TABLE index_use (
    change_id text        NOT NULL REFERENCES change (id),
    at        timestamptz NOT NULL,
    scans     bigint,
    bytes     bigint,
    epoch     text        NOT NULL,
    PRIMARY KEY (change_id, at)
);
