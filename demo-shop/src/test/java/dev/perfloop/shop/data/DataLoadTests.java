package dev.perfloop.shop.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.shop.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DataLoadTests {

    private static final double SCALE = 0.003;

    private final DriverManagerDataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void givesTheSameRowsForTheSameSeedScaleAndDay() {
        load(database, 7);
        DriverManagerDataSource other = database();
        load(other, 7);

        assertThat(checksums(other)).isEqualTo(checksums(database));
    }

    @Test
    void givesOtherRowsForAnotherSeed() {
        load(database, 7);
        DriverManagerDataSource other = database();
        load(other, 8);

        assertThat(checksums(other).get(Table.CUSTOMER_ORDER))
                .isNotEqualTo(checksums(database).get(Table.CUSTOMER_ORDER));
    }

    @Test
    void leavesKeysAndIndexesAsTheMigrationsMadeThem() {
        List<String> before = definitions();
        load(database, 7);

        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    void loadsOnlyOnce() {
        load(database, 7);
        Map<Table, String> before = checksums(database);

        assertThat(load(database, 8)).isEqualTo(Progress.COMPLETE);

        assertThat(checksums(database)).isEqualTo(before);
    }

    @Test
    void keepsUnitsSoldAndRatingsInAgreementWithOrdersAndReviews() {
        load(database, 7);

        assertThat(number("""
                SELECT count(*)
                  FROM product
                 WHERE popularity <> (SELECT coalesce(sum(quantity), 0) FROM order_line WHERE product_id = product.id)
                    OR rating_count <> (SELECT count(*) FROM review WHERE product_id = product.id)
                """)).isZero();
        assertThat(number("""
                SELECT count(*)
                  FROM customer_order
                 WHERE total <> (SELECT sum(quantity * unit_price) FROM order_line WHERE order_id = customer_order.id)
                """)).isZero();
    }

    @Test
    void keepsNothingOfALoadThatFails() {
        jdbc.sql("ALTER TABLE review ADD CHECK (rating < 5)").update();

        assertThat(load(database, 7).done()).isFalse();

        assertThat(number("SELECT count(*) FROM product")).isZero();
        assertThat(
                        number(
                                "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND conname = 'review_product_id_fkey'"))
                .isOne();
    }

    @Test
    void fillsAboutTwoMillionRowsAtFullScale() {
        assertThat(DataSize.at(1).expectedRows()).isBetween(1_000_000L, 2_100_000L);
    }

    private static DriverManagerDataSource database() {
        var database = new DriverManagerDataSource(TestDatabase.create(), "postgres", "");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static Progress load(DriverManagerDataSource database, long seed) {
        var repository = new DataRepository(new JdbcTemplate(database), JdbcClient.create(database));
        var load = new DataLoad(
                repository,
                new DataProperties(SCALE, seed, LocalDate.of(2026, 11, 20)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z")));
        load.run();
        return load.progress();
    }

    private static Map<Table, String> checksums(DriverManagerDataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return Arrays.stream(Table.values())
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("SELECT md5(string_agg(r::text, '|' ORDER BY r::text)) FROM %s r"
                                        .formatted(table.sqlName()))
                                .query(String.class)
                                .single()));
    }

    private List<String> definitions() {
        return jdbc.sql("""
                SELECT indexdef AS definition
                  FROM pg_indexes
                 WHERE schemaname = 'public'
                 UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                  FROM pg_constraint
                 WHERE connamespace = 'public'::regnamespace
                   AND contype = 'f'
                 ORDER BY definition
                """).query(String.class).list();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
