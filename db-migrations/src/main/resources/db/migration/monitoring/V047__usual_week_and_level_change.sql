-- What is usual of a series at each hour of the week, by the clock of a zone (Monday's first hour is 0), as it was last worked out:
-- hour by hour, when monitoring comes to it.
CREATE TABLE usual_hour (
    series_id int              NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    hour      smallint         NOT NULL CHECK (hour BETWEEN 0 AND 167),
    zone      text             NOT NULL,
    low       double precision NOT NULL,
    mid       double precision NOT NULL,
    high      double precision NOT NULL,
    at        timestamptz      NOT NULL,
    PRIMARY KEY (series_id, hour)
);

-- Since when the level of a series has changed for good. The same change may be found some hours earlier or later when more is known:
-- that replaces what was found before.
CREATE TABLE level_change (
    series_id int         NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    at        timestamptz NOT NULL,
    change    text        NOT NULL CHECK (change IN ('ROSE', 'FELL')),
    found_at  timestamptz NOT NULL,
    PRIMARY KEY (series_id, at)
);
