package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlanPrinterTests {
    private static final String CHANGES = """
            "summary": "One change", "changes": [{"position": 1, "kind": "CREATE_INDEX", "status": "SKIPPED",
              "note": "Left out by anna.", "statement": "CREATE INDEX x", "undoStatement": "DROP INDEX x"}]""";

    @Test
    void aChangeIsShownWithWhatItRestsOnGivesAndTakes() throws Exception {
        assertThat(printed("{" + CHANGES + """
                , "content": {"steps": [{"needs": [{"position": 2, "why": "its operator class"}],
                    "gain": {"lowPct": 12, "highPct": 40},
                    "cost": {"build": {"diskLowBytes": 1048576, "diskHighBytes": 3145728, "secondsLow": 1, "secondsHigh": 9},
                             "blocking": "Nobody waits."}}],
                  "byHand": [{"finding": "Chatty", "advice": "Batch it.\\nTwice."}]}}"""))
                .contains(
                        "1. CREATE_INDEX  skipped",
                        "Left out by anna.",
                        "back: DROP INDEX x",
                        "needs 2: its operator class",
                        "12 to 40 %",
                        "1 to 3 MB, 1 to 9 s",
                        "Nobody waits.",
                        "    Batch it.\n    Twice.");
    }

    @Test
    void aPlanOfAnEarlierVersionShowsItsChangesAlone() throws Exception {
        assertThat(printed("{" + CHANGES + ", \"content\": null}"))
                .contains("CREATE INDEX x")
                .doesNotContain("estimated", "person");
    }

    private static String printed(String plan) throws JsonProcessingException {
        var out = new ByteArrayOutputStream();
        PlanPrinter.print(new ObjectMapper().readTree(plan), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
