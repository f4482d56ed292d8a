-- Where the time goes, one row a layer and bottleneck, before root causes are known.
CREATE TABLE bottleneck (
    run_id  text   NOT NULL REFERENCES run (id),
    rank    int    NOT NULL,
    layer   text   NOT NULL CHECK (layer IN ('DATABASE', 'CACHING', 'APPLICATION', 'INFRASTRUCTURE')),
    impact  double precision NOT NULL CHECK (impact BETWEEN 0 AND 100),
    summary text   NOT NULL,
    subject jsonb  NOT NULL,
    PRIMARY KEY (run_id, rank)
);

CREATE TABLE finding (
    id            text PRIMARY KEY,
    run_id        text             NOT NULL REFERENCES run (id),
    rank          int              NOT NULL,
    kind          text             NOT NULL,
    layer         text             NOT NULL CHECK (layer IN ('DATABASE', 'CACHING', 'APPLICATION', 'INFRASTRUCTURE')),
    impact        double precision NOT NULL CHECK (impact BETWEEN 0 AND 100),
    confidence    text             NOT NULL CHECK (confidence IN ('HIGH', 'MEDIUM', 'LOW')),
    priority      text             NOT NULL CHECK (priority IN ('HIGH', 'MEDIUM', 'LOW')),
    effort        text             NOT NULL CHECK (effort IN ('QUICK', 'COMPLEX', 'ARCHITECTURE')),
    summary       text             NOT NULL,
    gain_low_pct  double precision,
    gain_high_pct double precision,
    evidence      jsonb            NOT NULL,
    proposal      jsonb
);
CREATE INDEX finding_of_run ON finding (run_id, rank);

-- A candidate that was looked at and turned down, with the reason.
CREATE TABLE refusal (
    run_id  text NOT NULL REFERENCES run (id),
    subject text NOT NULL,
    reason  text NOT NULL,
    PRIMARY KEY (run_id, subject)
);
