package dev.perfloop.analysis.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.ProfiledDatabase;
import org.junit.jupiter.api.Test;

/** Every case runs its workload on a real PostgreSQL, on a schema invented for it. */
class MissingIndexesTests {

    @Test
    void equalityOnALargeTableWantsAnIndex() {
        assertFinding(
                ProfiledDatabase.with(
                                "CREATE TABLE loan (id bigint PRIMARY KEY, member_id int NOT NULL, book text)",
                                "INSERT INTO loan SELECT i, i % 2000, 'book ' || i FROM generate_series(1, 40000) i")
                        .runs(20, "SELECT * FROM loan WHERE member_id = {i}"),
                "public.loan (member_id)");
    }

    @Test
    void aJoinToAnUnindexedForeignKeyWantsAnIndex() {
        assertFinding(hospital().runs(20, """
                        SELECT v.id, p.drug FROM visit v JOIN prescription p ON p.visit_id = v.id
                        WHERE v.patient_id = {i}"""), "public.prescription (visit_id)");
    }

    @Test
    void aLeftJoinToAnUnindexedForeignKeyWantsAnIndex() {
        assertFinding(hospital().runs(20, """
                        SELECT v.id, count(p.id) FROM visit v LEFT JOIN prescription p ON p.visit_id = v.id
                        WHERE v.id = {i} GROUP BY v.id"""), "public.prescription (visit_id)");
    }

    @Test
    void aCorrelatedSubqueryWantsAnIndex() {
        assertFinding(hospital().runs(5, """
                        SELECT v.id, (SELECT count(*) FROM prescription p WHERE p.visit_id = v.id)
                        FROM visit v WHERE v.patient_id = {i}"""), "public.prescription (visit_id)");
    }

    @Test
    void filterSortAndLimitWantOneIndexThatSparesTheSort() {
        assertFinding(
                chat().runs(20, "SELECT * FROM message WHERE room_id = {i} ORDER BY sent_at DESC LIMIT 20"),
                "public.message (room_id, sent_at)");
    }

    @Test
    void aFlagThatMostRowsHaveIsLeftToTheFilter() {
        assertFinding(shelves().runs(20, """
                        SELECT id, name FROM book WHERE shelf = {i} AND lendable
                        ORDER BY loans DESC, id DESC OFFSET 10 LIMIT 20"""), "public.book (shelf, loans, id)");
    }

    @Test
    void aFilteredTableJoinedByKeyAndSortedWantsAnIndexOnItsFilter() {
        assertFinding(shelves().runs(20, """
                        SELECT opinion.id, reader.name FROM opinion JOIN reader ON reader.id = opinion.reader_id
                        WHERE opinion.book_id = {i} ORDER BY opinion.given_at DESC LIMIT 10"""), "public.opinion (book_id)", "public.opinion (book_id, given_at)");
    }

    @Test
    void sortAndLimitAloneWantAnIndexOnTheOrder() {
        assertFinding(
                chat().runs(20, "SELECT * FROM message ORDER BY sent_at DESC LIMIT 10"), "public.message (sent_at)");
    }

    @Test
    void mixedDirectionsAreKeptInTheIndex() {
        assertFinding(
                ProfiledDatabase.with(
                                "CREATE TABLE player (id int PRIMARY KEY, league int, score int, nick text)",
                                "INSERT INTO player SELECT i, i % 20, (i * 7919) % 10007, 'n' || i FROM generate_series(1, 60000) i")
                        .runs(20, "SELECT * FROM player WHERE league = {i} ORDER BY score DESC, nick LIMIT 10"),
                "public.player (league, score DESC, nick)");
    }

    @Test
    void aNarrowRangeWantsAnIndex() {
        assertFinding(sensors().runs(20, """
                        SELECT * FROM reading WHERE measured_at BETWEEN timestamp '2026-01-01 00:00' AND timestamp '2026-01-01 00:20'"""), "public.reading (measured_at)");
    }

    @Test
    void equalityComesBeforeTheRange() {
        assertFinding(sensors().runs(20, """
                        SELECT * FROM reading WHERE sensor_id = {i} AND measured_at > timestamp '2026-01-25 00:00'"""), "public.reading (sensor_id, measured_at)", "public.reading (sensor_id)");
    }

    @Test
    void anUpdateThatScansWantsAnIndex() {
        assertFinding(
                tickets().runs(10, "UPDATE ticket SET seen = true WHERE token = 'token {i}'"), "public.ticket (token)");
    }

    @Test
    void aDeleteThatScansWantsAnIndex() {
        assertFinding(tickets().runs(10, "DELETE FROM ticket WHERE token = 'token {i}'"), "public.ticket (token)");
    }

    @Test
    void aListOfValuesWantsAnIndex() {
        assertFinding(
                tickets().runs(10, "SELECT * FROM ticket WHERE token IN ('token 1', 'token 2', 'token {i}')"),
                "public.ticket (token)");
    }

    @Test
    void aRareNullWantsAnIndex() {
        assertFinding(
                ProfiledDatabase.with("CREATE TABLE rental (id int PRIMARY KEY, note text, returned_at date)", """
                                INSERT INTO rental SELECT i, repeat('x', 60), CASE WHEN i % 4000 > 0 THEN date '2026-01-01' END
                                FROM generate_series(1, 40000) i""")
                        .runs(10, "SELECT * FROM rental WHERE returned_at IS NULL"),
                "public.rental (returned_at) WHERE \"returned_at\" IS NULL");
    }

    @Test
    void varcharComparedAsTextIsPlainEquality() {
        assertFinding(
                ProfiledDatabase.with(
                                "CREATE TABLE account (id int PRIMARY KEY, iban varchar(34) NOT NULL)",
                                "INSERT INTO account SELECT i, 'DE' || i FROM generate_series(1, 40000) i")
                        .runs(10, "SELECT * FROM account WHERE iban = 'DE{i}'"),
                "public.account (iban)");
    }

    @Test
    void quotedNamesAndOtherSchemasAreUnderstood() {
        assertFinding(
                ProfiledDatabase.with(
                                "CREATE SCHEMA \"Sales\"",
                                "CREATE TABLE \"Sales\".\"Order Item\" (\"Id\" int PRIMARY KEY, \"orderId\" int, \"group\" text)",
                                "INSERT INTO \"Sales\".\"Order Item\" SELECT i, i / 4, 'g' FROM generate_series(1, 40000) i")
                        .runs(10, "SELECT * FROM \"Sales\".\"Order Item\" oi WHERE oi.\"orderId\" = {i}"),
                "Sales.Order Item (orderId)");
    }

    @Test
    void oneSelectiveColumnIsEnough() {
        assertFinding(
                parcels().runs(10, "SELECT * FROM parcel WHERE carrier = 'c{i}' AND barcode = 'b{i}'"),
                "public.parcel (barcode)");
    }

    @Test
    void twoWeakColumnsMakeOneStrongIndex() {
        assertFinding(
                parcels().runs(10, "SELECT * FROM parcel WHERE depot = {i} AND day = {i}"),
                "public.parcel (day, depot)",
                "public.parcel (depot, day)");
    }

    @Test
    void oneIndexServesTwoStatements() {
        var found = found(chat().runs(10, "SELECT count(*) FROM message WHERE room_id = {i}")
                .runs(10, "SELECT * FROM message WHERE room_id = {i} ORDER BY sent_at DESC LIMIT 20"));

        assertThat(found.advice()).singleElement().satisfies(advice -> {
            assertThat(advice.candidate().title()).isEqualTo("public.message (room_id, sent_at)");
            assertThat(advice.uses()).hasSize(2);
        });
    }

    @Test
    void aRareValueOfAFewIsKnownByTheRowsThatCameBack() {
        assertFinding(
                ProfiledDatabase.with("CREATE TABLE outbox (id int PRIMARY KEY, state text, payload text)", """
                                INSERT INTO outbox SELECT i, CASE WHEN i % 5000 = 0 THEN 'NEW' ELSE 'SENT' END, repeat('p', 50)
                                FROM generate_series(1, 40000) i""")
                        .runs(10, "SELECT * FROM outbox WHERE state = 'NEW'"),
                "public.outbox (state)");
    }

    @Test
    void aScanProvedByTheBlocksReadIsSaidToBeProven() {
        var found = found(tickets().runs(10, "SELECT * FROM ticket WHERE token = 'token {i}'"));

        assertThat(found.advice().getFirst().uses().getFirst().proven()).isTrue();
        assertThat(found.advice().getFirst().uses().getFirst().savedShare()).isGreaterThan(0.95);
    }

    @Test
    void whatWritersPayIsSaid() {
        var found = found(tickets()
                .runs(10, "SELECT * FROM ticket WHERE token = 'token {i}'")
                .runs(100, "INSERT INTO ticket (token, seen) VALUES ('new {i}', false)"));

        assertThat(found.advice().getFirst().writeNote())
                .startsWith("Write-heavy table: 100 rows written against 10 reads");
    }

    @Test
    void anInvalidIndexServesNobody() {
        assertFinding(
                ProfiledDatabase.with(
                                "CREATE TABLE loan (id bigint PRIMARY KEY, member_id int NOT NULL, book text)",
                                "INSERT INTO loan SELECT i, i % 2000, 'book ' || i FROM generate_series(1, 40000) i",
                                "CREATE INDEX broken ON loan (member_id)",
                                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken'::regclass")
                        .runs(20, "SELECT * FROM loan WHERE member_id = {i}"),
                "public.loan (member_id)");
    }

    static ProfiledDatabase hospital() {
        return ProfiledDatabase.with(
                "CREATE TABLE visit (id int PRIMARY KEY, patient_id int NOT NULL)",
                "CREATE INDEX ON visit (patient_id)",
                "CREATE TABLE prescription (id int PRIMARY KEY, visit_id int REFERENCES visit, drug text)",
                "INSERT INTO visit SELECT i, i / 5 FROM generate_series(1, 20000) i",
                "INSERT INTO prescription SELECT i, 1 + i % 20000, 'drug' || i FROM generate_series(1, 60000) i");
    }

    static ProfiledDatabase shelves() {
        return ProfiledDatabase.with(
                "CREATE TABLE book (id int PRIMARY KEY, shelf int, lendable boolean, loans int, name text)",
                "INSERT INTO book SELECT i, i % 60, i % 20 > 0, (i * 7919) % 1013, 'book ' || i FROM generate_series(1, 30000) i",
                "CREATE TABLE reader (id int PRIMARY KEY, name text)",
                "INSERT INTO reader SELECT i, 'reader ' || i FROM generate_series(1, 5000) i",
                "CREATE TABLE opinion (id int PRIMARY KEY, book_id int REFERENCES book, reader_id int REFERENCES reader, given_at date)",
                """
                INSERT INTO opinion SELECT i, 1 + i % 2000, 1 + i % 5000, date '2026-01-01' + i % 300
                FROM generate_series(1, 50000) i""");
    }

    static ProfiledDatabase chat() {
        return ProfiledDatabase.with(
                "CREATE TABLE message (id int PRIMARY KEY, room_id int NOT NULL, sent_at timestamp NOT NULL, body text)",
                """
                INSERT INTO message
                SELECT i, i % 400, timestamp '2026-01-01' + (i * 7919) % 50021 * interval '1 second', repeat('m', 80)
                FROM generate_series(1, 60000) i""");
    }

    static ProfiledDatabase sensors() {
        return ProfiledDatabase.with(
                "CREATE TABLE reading (id int PRIMARY KEY, sensor_id int, measured_at timestamp, value float8)", """
                INSERT INTO reading SELECT i, i % 50, timestamp '2026-01-01' + i * interval '1 minute', random()
                FROM generate_series(1, 40000) i""");
    }

    static ProfiledDatabase tickets() {
        return ProfiledDatabase.with(
                "CREATE TABLE ticket (id int GENERATED ALWAYS AS IDENTITY, token text, seen boolean)",
                "INSERT INTO ticket (token, seen) SELECT 'token ' || i, i % 2 = 0 FROM generate_series(1, 40000) i");
    }

    static ProfiledDatabase parcels() {
        return ProfiledDatabase.with(
                "CREATE TABLE parcel (id int PRIMARY KEY, carrier text, barcode text, depot int, day int)", """
                INSERT INTO parcel SELECT i, 'c' || i % 4, 'b' || i, i % 40, (i / 40) % 60
                FROM generate_series(1, 60000) i""");
    }

    static MissingIndexes.Found found(ProfiledDatabase database) {
        var profiled = database.profiled();
        return new MissingIndexes(profiled.profile()).in(profiled.plans());
    }

    /** Exactly one index is advised, and it is one of these. */
    private static void assertFinding(ProfiledDatabase database, String... oneOf) {
        var found = found(database);
        assertThat(found.advice())
                .as("refused: %s", found.refusals())
                .singleElement()
                .satisfies(advice -> assertThat(advice.candidate().title()).isIn((Object[]) oneOf));
    }
}
