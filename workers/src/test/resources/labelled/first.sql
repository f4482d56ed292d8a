-- Deterministic: everything is made from row numbers by hash, nothing from random().
CREATE FUNCTION pick(i bigint, salt int, n int) RETURNS int
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((hashint8extended(i, salt) & 9223372036854775807) % n)::int;

CREATE SCHEMA ref;
CREATE TABLE ref.country (id int PRIMARY KEY, code text, name text);
INSERT INTO ref.country SELECT i, 'C' || i, 'Country ' || i FROM generate_series(1, 200) i;

CREATE SCHEMA sales;
CREATE TABLE sales.customer (
    id int PRIMARY KEY, email varchar(120), name text, country_id int REFERENCES ref.country, vip boolean, referrer_id int,
    phone text, created_at timestamptz, about text);
INSERT INTO sales.customer
SELECT i, 'User' || i || '@Example.org', 'Name ' || pick(i, 1, 9000), 1 + pick(i, 2, 200), pick(i, 3, 120) = 0,
       CASE WHEN i > 10 THEN 1 + pick(i, 4, 10000) END, '+49' || (100000 + i), now() - i * interval '1 minute', repeat('a', 90)
FROM generate_series(1, 30000) i;

CREATE TABLE sales.purchase (
    id int PRIMARY KEY, customer_id int, product_id int, status varchar(12), region int, channel text, total numeric(10, 2),
    created_at timestamp, shipped_at timestamp, reference varchar(20), note text);
INSERT INTO sales.purchase
SELECT i, 1 + pick(i, 1, 20000), 1 + pick(i, 2, 4000),
       CASE WHEN pick(i, 3, 100) = 0 THEN 'OPEN' WHEN pick(i, 3, 100) = 1 THEN 'FAILED' ELSE 'DONE' END,
       pick(i, 4, 8), CASE WHEN pick(i, 5, 2) = 0 THEN 'WEB' ELSE 'SHOP' END, pick(i, 6, 1000000) / 100.0,
       timestamp '2026-01-01' + pick(i, 7, 260000) * interval '1 minute',
       CASE WHEN pick(i, 8, 90) > 0 THEN timestamp '2026-07-01' END, 'R' || pick(i, 9, 900000), repeat('n', 60 + pick(i, 9, 40))
FROM generate_series(1, 60000) i;

CREATE TABLE sales.purchase_line (id int PRIMARY KEY, purchase_id int, product_id int, quantity int, price numeric(8, 2), memo text);
INSERT INTO sales.purchase_line
SELECT i, 1 + pick(i, 1, 60000), 1 + pick(i, 2, 4000), 1 + pick(i, 3, 9), pick(i, 4, 9000) / 100.0, repeat('m', 40)
FROM generate_series(1, 90000) i;
CREATE INDEX purchase_line_product_idx ON sales.purchase_line (product_id);

CREATE TABLE sales.shipment (id int PRIMARY KEY, tracking text, customer_ref int, weight int, remark text);
INSERT INTO sales.shipment SELECT i, 'T' || i, 1 + pick(i, 1, 15000), pick(i, 2, 50), repeat('s', 80) FROM generate_series(1, 40000) i;

CREATE TABLE sales.voucher (id int PRIMARY KEY, code text);
INSERT INTO sales.voucher SELECT i, 'V' || i FROM generate_series(1, 5000) i;
CREATE TABLE sales.voucher_use (id int PRIMARY KEY, voucher_id int REFERENCES sales.voucher, used_at timestamp, remark text);
INSERT INTO sales.voucher_use
SELECT i, 2001 + pick(i, 1, 3000), timestamp '2026-01-01' + i * interval '1 minute', repeat('u', 80) FROM generate_series(1, 40000) i;

CREATE TABLE sales.job (id int PRIMARY KEY, priority int, processed boolean NOT NULL, payload text);
INSERT INTO sales.job SELECT i, pick(i, 1, 5), pick(i, 2, 80) > 0, repeat('p', 120) FROM generate_series(1, 40000) i;

CREATE TABLE sales.ledger (id int PRIMARY KEY, account_id int, amount numeric(8, 2), booked_on date, text text);
INSERT INTO sales.ledger
SELECT i, pick(i, 1, 150), pick(i, 2, 99999) / 100.0, date '2026-01-01' + pick(i, 3, 300), repeat('l', 110) FROM generate_series(1, 60000) i;
CREATE INDEX ledger_account_idx ON sales.ledger (account_id);

CREATE TABLE sales.stock (id int PRIMARY KEY, sku varchar(20) UNIQUE, shelf int, amount int, name text);
INSERT INTO sales.stock SELECT i, 'SKU-' || i, pick(i, 1, 300), pick(i, 2, 1000), 'Thing ' || i FROM generate_series(1, 30000) i;
CREATE INDEX stock_shelf_amount_idx ON sales.stock (shelf, amount);
CREATE INDEX stock_name_hash ON sales.stock USING hash (name);

CREATE VIEW sales.unshipped AS SELECT id, customer_id, total, created_at FROM sales.purchase WHERE shipped_at IS NULL;

CREATE SCHEMA "Clinic";
CREATE TABLE "Clinic"."Patient" ("Id" int PRIMARY KEY, "LastName" varchar(60), "BirthDate" date, "InsuranceNo" varchar(20), "Notes" text);
INSERT INTO "Clinic"."Patient"
SELECT i, 'Name' || pick(i, 1, 8000), date '1940-01-01' + pick(i, 2, 25000), (1000000 + i)::text, repeat('x', 70)
FROM generate_series(1, 30000) i;
CREATE INDEX "PatientInsurance" ON "Clinic"."Patient" ("InsuranceNo");
CREATE TABLE "Clinic"."Visit" (
    "Id" int PRIMARY KEY, "PatientId" int, "DoctorId" int, "Room" int, "StartedAt" timestamp, "Fee" numeric(8, 2), "Report" text);
INSERT INTO "Clinic"."Visit"
SELECT i, 1 + pick(i, 1, 30000), pick(i, 2, 200), pick(i, 3, 40), timestamp '2026-01-01' + pick(i, 4, 400000) * interval '1 minute',
       pick(i, 5, 30000) / 100.0, repeat('r', 90)
FROM generate_series(1, 60000) i;
CREATE INDEX "VisitDoctor" ON "Clinic"."Visit" ("DoctorId");
CREATE TABLE "Clinic"."Ward" ("Id" int PRIMARY KEY, "Name" text);
INSERT INTO "Clinic"."Ward" SELECT i, 'Ward ' || i FROM generate_series(1, 3000) i;
CREATE TABLE "Clinic"."Bed" ("Id" int PRIMARY KEY, "WardId" int REFERENCES "Clinic"."Ward" ON DELETE CASCADE, "Label" text);
INSERT INTO "Clinic"."Bed" SELECT i, 1 + pick(i, 1, 3000), repeat('b', 90) FROM generate_series(1, 40000) i;

CREATE SCHEMA blog;
CREATE TABLE blog.post_entity (
    id bigint PRIMARY KEY, author_id bigint, title varchar(255), slug varchar(255), published_on timestamp, draft boolean, body text);
INSERT INTO blog.post_entity
SELECT i, pick(i, 1, 400), 'Title ' || i || ' ' || md5(i::text), 'slug-' || i, timestamp '2025-01-01' + i * interval '7 minutes', pick(i, 2, 50) = 0,
       repeat('b', 150)
FROM generate_series(1, 30000) i;
CREATE TABLE blog.post_comment (
    id bigint PRIMARY KEY, post_id bigint, user_id bigint, state int, reviewer_id int, created_on timestamp, body varchar(255));
INSERT INTO blog.post_comment
SELECT i, 1 + pick(i, 1, 30000), 1 + pick(i, 2, 10000), pick(i, 3, 12), pick(i, 4, 60),
       timestamp '2025-01-01' + pick(i, 5, 300000) * interval '1 minute', repeat('c', 80)
FROM generate_series(1, 60000) i;

CREATE SCHEMA metrics;
CREATE TABLE metrics.reading (id int, sensor_id int, taken_at timestamp, quality int, value float) PARTITION BY RANGE (taken_at);
CREATE TABLE metrics.reading_q1 PARTITION OF metrics.reading FOR VALUES FROM ('2026-01-01') TO ('2026-04-01');
CREATE TABLE metrics.reading_q2 PARTITION OF metrics.reading FOR VALUES FROM ('2026-04-01') TO ('2026-07-01');
CREATE TABLE metrics.reading_q3 PARTITION OF metrics.reading FOR VALUES FROM ('2026-07-01') TO ('2026-10-01');
INSERT INTO metrics.reading
SELECT i, pick(i, 1, 2000), timestamp '2026-01-01' + pick(i, 2, 380000) * interval '1 minute', pick(i, 3, 4), pick(i, 4, 1000)
FROM generate_series(1, 90000) i;

CREATE SCHEMA docs;
CREATE TABLE docs.document (
    id int PRIMARY KEY, title text, tags text[], attributes jsonb, search tsvector, happened_at timestamp, size int);
INSERT INTO docs.document
SELECT i, 'Paper about ' || md5(i::text), ARRAY['t' || pick(i, 1, 3000), 't' || pick(i, 2, 3000)],
       jsonb_build_object('color', 'c' || pick(i, 3, 3000), 'owner', pick(i, 4, 4000)),
       to_tsvector('simple', md5(pick(i, 5, 5000)::text) || ' ' || md5(pick(i, 6, 5000)::text)),
       timestamp '2026-01-01' + pick(i, 7, 300000) * interval '1 minute', pick(i, 8, 100000)
FROM generate_series(1, 30000) i;

CREATE SCHEMA audit;
CREATE TABLE audit.event (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, kind int, severity int, source int, actor_id int, action int,
    happened_at timestamp DEFAULT now(), trace_id uuid, detail text);
INSERT INTO audit.event (kind, severity, source, actor_id, action, happened_at, trace_id, detail)
SELECT pick(i, 1, 20), pick(i, 2, 10), pick(i, 3, 15), pick(i, 4, 60), pick(i, 5, 40),
       timestamp '2026-01-01' + pick(i, 6, 300000) * interval '1 minute', md5(i::text)::uuid, repeat('d', 80)
FROM generate_series(1, 60000) i;
