-- Who changed what through the API, and who logged in or failed to. Never bodies, never secrets.
CREATE TABLE audit_event (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    who            text, -- unknown for a failed login under a name that nobody has: it may be a mistyped password
    way            text        NOT NULL CHECK (way IN ('SESSION', 'BASIC', 'TOKEN', 'OIDC')),
    token_id       text,
    action         text        NOT NULL,
    subject        text        NOT NULL,
    target         text,
    status         integer     NOT NULL,
    remote_address text        NOT NULL
);
CREATE INDEX audit_event_who ON audit_event (who, id);
CREATE INDEX audit_event_target ON audit_event (target, id);
CREATE INDEX audit_event_at ON audit_event (at);
