CREATE TABLE plan (
    run_id     text PRIMARY KEY REFERENCES run (id),
    tier       text        NOT NULL,
    summary    text        NOT NULL,
    document   text        NOT NULL, -- Markdown: findings, statements in order, risk, rollback, estimate
    created_at timestamptz NOT NULL
);
