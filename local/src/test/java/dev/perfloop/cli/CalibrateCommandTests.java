package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrateCommandTests {

    @ParameterizedTest
    @CsvSource({"CALIBRATED, 0", "INCONCLUSIVE, 3", "CANCELLED, 1", "FAILED, 1"})
    void onlyAKnownNoiseIsWell(String outcome, int code) {
        assertThat(CalibrateCommand.exitCode(outcome)).isEqualTo(code);
    }

    @Test
    void theNoiseIsPrintedAsATableWithWhatItHoldsFor() throws JsonProcessingException {
        assertThat(printed("""
                {"calibratedAt": "2026-11-21T12:00:00Z", "tests": 5, "leftOut": 1, "comparisons": 20, "falseAlarms": 1,
                 "falseAlarmsAtMost": 0.216, "cpus": 2, "postgres": "18.1", "stale": ["PostgreSQL was 18.1, is 18.2"],
                 "noise": [{"profile": "BASELINE", "request": "", "metric": "P95_MS", "spreadPct": 1.52,
                            "seenByOnePct": 12.3, "seenByTwoPct": 7.1, "seenByThreePct": 5.4}]}"""))
                .containsPattern("BASELINE +p95 of all requests +1.5 % +12.3 % +7.1 % +5.4 %")
                .contains(
                        "5 alike tests, 1 left out as invalid; 1 of 20 comparisons raised a false alarm, at most 22 %")
                .contains("from 2 processors against PostgreSQL 18.1.")
                .contains("STALE: PostgreSQL was 18.1, is 18.2. Calibrate again.");
    }

    @Test
    void oneThatFoundNothingSaysWhy() throws JsonProcessingException {
        assertThat(printed("{\"outcome\": \"INCONCLUSIVE\", \"words\": \"Too few valid tests to compare\"}"))
                .isEqualToIgnoringNewLines("Too few valid tests to compare");
        assertThat(printed("{\"outcome\": \"CANCELLED\"}")).contains("ended as CANCELLED");
    }

    @Test
    void aServerThatIsNotThereIsForAPersonToMend() {
        assertThat(Main.execute("calibrate", "--server", "http://127.0.0.1:1", "--target", "shop"))
                .isEqualTo(2);
    }

    private static String printed(String calibration) throws JsonProcessingException {
        var out = new ByteArrayOutputStream();
        CalibrationPrinter.print(
                new JsonMapper().readTree(calibration), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
