package dev.perfloop.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Whether what we measure is TPC-H: against the answers that come with the generator, for scale 0.01. */
class TpchStatementTests {
    private static final double SCALE = 0.01;

    @Test
    void everyStatementAnswersWhatItShould() throws SQLException, IOException {
        try (var database = Database.empty().getConnection()) {
            TpchData.load(database, SCALE);
            // The answers were made with this fraction at every scale.
            for (var statement : TpchStatement.all(1)) {
                List<List<String>> answers = answers(database, statement.sql());
                List<String> expected = expected(statement.id());

                assertThat(answers).as(statement.id()).hasSameSizeAs(expected);
                for (int row = 0; row < expected.size(); row++) {
                    assertSame(
                            statement.id(),
                            answers.get(row),
                            List.of(expected.get(row).split("\\|")));
                }
            }
        }
    }

    private static void assertSame(String id, List<String> answer, List<String> expected) {
        for (int i = 0; i < expected.size(); i++) {
            String value = answer.get(i).strip();
            String other = expected.get(i).strip();
            if (!value.equals(other)) {
                double allowed = Math.max(0.01, Math.abs(Double.parseDouble(other)) * 0.01);
                assertThat(Double.parseDouble(value))
                        .as(id + " " + answer)
                        .isBetween(Double.parseDouble(other) - allowed, Double.parseDouble(other) + allowed);
            }
        }
    }

    private static List<List<String>> answers(Connection database, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> expected(String id) throws IOException {
        String file = "io/trino/tpch/queries/" + id.toLowerCase(java.util.Locale.ROOT) + ".result";
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("--") && !line.isBlank())
                .toList();
    }
}
