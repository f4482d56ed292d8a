-- One row is what one source of a target told at one time: that of thousands of series in as few rows as there are
-- readings. Seconds is the time that the rates in it cover.
CREATE TABLE sample (
    target_id text               NOT NULL,
    source    text               NOT NULL,
    at        timestamptz        NOT NULL,
    seconds   double precision   NOT NULL,
    series    int[]              NOT NULL,
    value     double precision[] NOT NULL,
    PRIMARY KEY (target_id, at, source)
) PARTITION BY RANGE (at);

-- Time without a reading has no row. The mean is total / weight: a rate weighs the seconds it covers, so that over a gap
-- nothing that a counter counted is lost; anything else weighs one a reading.
CREATE TABLE sample_minute (
    series_id int              NOT NULL,
    at        timestamptz      NOT NULL,
    count     int              NOT NULL,
    low       double precision NOT NULL,
    high      double precision NOT NULL,
    total     double precision NOT NULL,
    weight    double precision NOT NULL,
    last      double precision NOT NULL,
    PRIMARY KEY (series_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE sample_hour (LIKE sample_minute INCLUDING ALL) PARTITION BY RANGE (at);
CREATE TABLE sample_day (LIKE sample_minute INCLUDING ALL) PARTITION BY RANGE (at);

-- Up to when all is rolled up, and since when it is kept. Whoever rolls up holds the row; what comes later than that is
-- rolled up by who brings it.
CREATE TABLE sample_mark (
    resolution text PRIMARY KEY CHECK (resolution IN ('RAW', 'MINUTE', 'HOUR', 'DAY')),
    until      timestamptz NOT NULL,
    kept_since timestamptz NOT NULL
);
