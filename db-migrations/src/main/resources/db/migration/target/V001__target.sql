-- A target as its owner described it. Secrets stay references to the environment or a file; they are never stored in clear.
CREATE TABLE target (
    name       text PRIMARY KEY,
    definition text        NOT NULL,
    checksum   text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
