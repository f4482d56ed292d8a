-- Tokens for programs, created by a person for themselves. The secret has 256 random bits and is not kept: its SHA-256 is enough to know
-- it again, and cannot be turned around.
CREATE TABLE api_token (
    id           text PRIMARY KEY,
    hash         text        NOT NULL UNIQUE,
    owner        text        NOT NULL,
    origin       text        NOT NULL CHECK (origin IN ('LOCAL', 'OIDC')),
    name         text        NOT NULL,
    roles        text[]      NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text
);
CREATE UNIQUE INDEX api_token_name ON api_token (owner, name) WHERE revoked_at IS NULL;
