package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FindingsPrinterTests {

    @Test
    void aFindingIsShownWithItsChainItsGainsAndItsMend() throws Exception {
        String shown = printed("""
                {"findings": [{"rank": 1, "kind": "MISSING_INDEX", "impact": 87.3, "confidence": "HIGH", "effort": "QUICK",
                  "summary": "No index on loan", "gainLowPct": 40.0, "gainHighPct": 70.0,
                  "evidence": {"reason": "It reads all.", "chain": [{"kind": "PLAN_NODE", "name": "Seq Scan", "shows": "9000 rows"}],
                    "trial": {"how": "HypoPG", "unit": "cost", "before": 9000, "after": 8.5, "note": "used"}},
                  "proposal": {"kind": "CREATE_INDEX", "schema": "s", "table": "Loan",
                    "columns": [{"expression": "member"}, {"expression": "lower(x)", "opclass": "text_pattern_ops", "direction": "DESC"}],
                    "predicate": "open"}}],
                 "refusals": [{"subject": "index on tiny", "reason": "40 rows"}]}""", "[{\"what\": \"hot code\", \"why\": \"no JMX\", \"mend\": \"-Dcom.sun...\"}]");

        assertThat(shown)
                .contains(
                        "1. MISSING_INDEX  impact 87, confidence high, effort quick",
                        "plan node  Seq Scan: 9000 rows",
                        "Estimated gain: 40 to 70 %",
                        "Tried (HypoPG): 9000 -> 8.500 cost. used",
                        "create an index on s.Loan (member, lower(x) text_pattern_ops DESC) WHERE open",
                        "index on tiny: 40 rows",
                        "hot code: no JMX",
                        "-> -Dcom.sun...");
    }

    @Test
    void anEmptyResultSaysSoAndStillSaysWhatWasNotLookedAt() throws Exception {
        assertThat(printed("{\"findings\": [], \"refusals\": []}", "[{\"what\": \"locks\", \"why\": \"no rights\"}]"))
                .contains("Nothing was found.", "locks: no rights");
    }

    private static String printed(String findings, String blindSpots) throws JsonProcessingException {
        var json = new ObjectMapper();
        var out = new ByteArrayOutputStream();
        FindingsPrinter.print(
                json.readTree(findings), json.readTree(blindSpots), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
