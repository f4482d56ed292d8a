package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import dev.perfloop.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeederRepositoryTests {
    private final PGSimpleDataSource database = Database.empty();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Target target = Some.targetOn(database.getUrl(), String.valueOf(database.getUser()));
    private final ConfigurableApplicationContext house = LoadHouse.open(database);
    private final FeederRepository feeders = house.getBean(FeederRepository.class);

    @AfterEach
    void close() {
        house.close();
    }

    @BeforeEach
    void fill() {
        jdbc.sql("CREATE TABLE genre AS SELECT i AS id, 'g' || i AS name FROM generate_series(1, 500) i")
                .update();
    }

    @Test
    void orderWithoutOneOfItsOwnSurvivesMovedRows() {
        var before = feeders.firstColumn(target, "SELECT id, name FROM genre;", 100);
        jdbc.sql("UPDATE genre SET name = name || '!' WHERE id < 300").update();

        assertThat(feeders.firstColumn(target, "SELECT id, name FROM genre;", 100))
                .hasSize(100)
                .containsExactlyElementsOf(before)
                .as("a sample of the whole table")
                .anySatisfy(id -> assertThat(Integer.parseInt(id)).isGreaterThan(250));
    }

    @Test
    void ownOrderIsKept() {
        assertThat(feeders.firstColumn(target, "SELECT name FROM genre ORDER BY id DESC", 3))
                .containsExactly("g500", "g499", "g498");
    }

    @Test
    void nothingIsFedFromNulls() {
        assertThat(feeders.firstColumn(target, "SELECT NULL::int FROM genre", 10))
                .isEmpty();
    }
}
