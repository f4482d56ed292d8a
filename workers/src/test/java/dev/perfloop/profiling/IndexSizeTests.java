package dev.perfloop.profiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.profiling.postgres.CatalogRepository;
import dev.perfloop.support.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Foretold against built, on columns of many kinds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexSizeTests {
    private final JdbcClient jdbc = JdbcClient.create(Database.empty());

    @BeforeAll
    void fillATable() {
        jdbc.sql("""
                        CREATE TABLE item AS
                        SELECT n::bigint AS id, (n % 7)::int AS kind, (n / 3)::int AS parent, md5(n::text) AS hash,
                               md5((n % 1000)::text)::uuid AS owner, (n % 5000)::numeric / 100 AS price,
                               CASE WHEN n % 2 = 0 THEN timestamptz '2026-01-01' + n * interval '1 minute' END AS seen,
                               (n % 2 = 0) AS open, repeat('x', (n % 30)::int) AS note
                        FROM generate_series(1, 150000) n""").update();
        jdbc.sql("ANALYZE item").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id |",
                "kind |",
                "parent |",
                "hash |",
                "owner |",
                "price |",
                "seen |",
                "open |",
                "note |",
                "kind,id |",
                "kind,open |",
                "parent,seen |",
                "owner,hash |",
                "kind | hash",
                "parent | price,note",
                "id | seen"
            })
    void forecastsAreWithinAQuarter(String keys, String include) {
        List<String> key = List.of(keys.split(","));
        List<String> carried = include == null ? List.of() : List.of(include.split(","));
        jdbc.sql("DROP INDEX IF EXISTS built").update();
        jdbc.sql("CREATE INDEX built ON item (" + keys + ")" + (carried.isEmpty() ? "" : " INCLUDE (" + include + ")"))
                .update();
        double real =
                jdbc.sql("SELECT pg_relation_size('built')").query(Double.class).single();
        var table = new CatalogRepository(jdbc)
                .tables().stream()
                        .filter(it -> it.name().equals("item"))
                        .findFirst()
                        .orElseThrow();

        assertThat(IndexSize.of(table, key, carried) / real).isCloseTo(1, within(0.25));
    }
}
