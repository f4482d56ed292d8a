package dev.perfloop.profiling.constants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of TPC-H as pg_stat_statements keeps them: what normalising does to each of them is mended. */
class PublishedStatementsTests {

    @Test
    void allOfThemAreGivenConstants() throws Exception {
        var database = Database.empty();
        try (var tables = Sampling.of(database, text("schema.sql").split(";\\s*\n"))) {
            tables.execute("SELECT pg_stat_statements_reset()");
            for (int number = 1; number <= 22; number++) {
                tables.execute(text("q%02d.sql".formatted(number)));
            }
            List<String> refused = new ArrayList<>();
            List<String> normalised =
                    JdbcClient.create(database).sql("""
                            SELECT query
                            FROM pg_stat_statements
                            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND query ~ 'lineitem|partsupp|customer'""").query(String.class).list();
            for (String statement : normalised) {
                if (tables.sample(statement, 10) instanceof Sampled.Impossible impossible) {
                    refused.add(impossible.why() + ": " + statement);
                }
            }

            assertThat(normalised).hasSizeGreaterThanOrEqualTo(22);
            assertThat(refused).isEmpty();
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PublishedStatementsTests.class.getResourceAsStream("/tpch/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":fraction", "0.0001");
        }
    }
}
