package dev.perfloop.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.exports.report.Table;
import dev.perfloop.web.rows.RawJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @Test
    void cellsAreQuotedWhereTheyHaveToBe() {
        var table = new Table(
                "x",
                List.of("a", "b", "c", "d", "e"),
                List.of(Arrays.asList(
                        "say \"hi\", twice",
                        -1.5,
                        null,
                        Instant.parse("2026-11-21T08:00:00Z"),
                        new RawJson("{\"k\": 1}"))));

        assertThat(Csv.of(table))
                .isEqualTo("a,b,c,d,e\r\n\"say \"\"hi\"\", twice\",-1.5,,2026-11-21T08:00:00Z,\"{\"\"k\"\": 1}\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://evil\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldRunIsText(String formula) {
        String csv = Csv.of(new Table("x", List.of("a"), List.of(List.of(formula))));

        assertThat(csv.lines().skip(1).findFirst().orElseThrow().replace("\"", ""))
                .startsWith("'");
    }

    @Test
    void aNumberBelowZeroIsNoFormula() {
        assertThat(Csv.of(new Table("x", List.of("a"), List.of(List.of(-85.1)))))
                .contains("\r\n-85.1\r\n");
    }
}
