package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCommandTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GUARDS_HELD, HELD, HELD, 0",
        "GUARDS_BROKEN, REGRESSED, REGRESSED, 1",
        "INCONCLUSIVE, INCONCLUSIVE, INCONCLUSIVE, 3",
        "CANCELLED, , HELD, 3",
        "FAILED, HELD, HELD, 3",
        "GUARDS_HELD, HELD, INCONCLUSIVE, 3"
    })
    void onlyAGateThatWasJudgedAndHeldIsAPass(String outcome, String result, String check, int code)
            throws JsonProcessingException {
        String quoted = result == null ? "null" : "\"" + result + "\"";

        assertThat(code("{\"outcome\": \"%s\", \"result\": %s, \"checks\": [{\"result\": \"%s\"}]}"
                        .formatted(outcome, quoted, check)))
                .isEqualTo(code);
    }

    @Test
    void aGateWithoutChecksIsNoPass() throws JsonProcessingException {
        assertThat(code("{\"outcome\": \"GUARDS_HELD\", \"result\": \"HELD\", \"checks\": []}"))
                .isEqualTo(3);
    }

    @Test
    void theAnswerOfAFormerGateIsNotLeftLying() throws IOException {
        Path report = Files.writeString(folder.resolve("report.xml"), "<testsuite/>");

        int code = Main.execute(
                "gate", "--server", "http://127.0.0.1:1", "--target", "shop", "--junit", report.toString());

        assertThat(code).isEqualTo(2);
        assertThat(report).doesNotExist();
    }

    @Test
    void aGateIsPrintedGuardByGuard() throws JsonProcessingException {
        var out = new ByteArrayOutputStream();
        GatePrinter.print(new JsonMapper().readTree("""
                {"outcome": "GUARDS_BROKEN", "result": "REGRESSED", "reason": "Regressed: p95", "notAsked": 2, "checks": [
                  {"profile": "BASELINE", "request": "", "metric": "P95_MS", "ceiling": 250, "result": "REGRESSED",
                   "reason": "300.0 ms (290.0 to 310.0 ms), ceiling 250.0 ms"}]}"""), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("REGRESSED     BASELINE  p95 of all requests <= 250.0 ms")
                .contains("2 guards of other profiles were not asked about; --all")
                .contains("REGRESSED: Regressed: p95");
    }

    private static int code(String gate) throws JsonProcessingException {
        return GateCommand.exitCode(new JsonMapper().readTree(gate));
    }
}
