package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class SchedulePrinterTests {
    private static final String NIGHTLY = """
            {"id": "shop-k7x2p9", "target": "shop", "times": "30 2 * * *", "zone": "Europe/Berlin", "intensity": "STANDARD",
             "status": "ACTIVE", "next": ["2026-11-22T01:30:00Z"], "last": null}""";

    @Test
    void aNewScheduleIsToldWithItsNextTimeOnItsOwnClock() throws Exception {
        assertThat(SchedulePrinter.made(json(NIGHTLY)))
                .isEqualTo("Schedule shop-k7x2p9: standard runs of shop, next Sun 2026-11-22 02:30 (Europe/Berlin).");
    }

    @Test
    void aLineSaysWhatBecameOfTheLastTime() throws Exception {
        String began = NIGHTLY.replace(
                "\"last\": null",
                "\"last\": {\"dueAt\": \"2026-11-21T01:30:00Z\", \"missed\": 2, \"runId\": \"r1\", \"outcome\": null}");
        String none = NIGHTLY.replace(
                "\"last\": null",
                "\"last\": {\"dueAt\": \"2026-11-21T01:30:00Z\", \"missed\": 0, \"runId\": null, \"whyNone\": \"busy\"}");

        assertThat(SchedulePrinter.line(json(NIGHTLY))).endsWith("has not come yet");
        assertThat(SchedulePrinter.line(json(began)))
                .endsWith("last Sat 2026-11-21 02:30 (2 more were missed): run r1 at work");
        assertThat(SchedulePrinter.line(json(none))).endsWith("last Sat 2026-11-21 02:30: none: busy");
    }

    @Test
    void oneThatRestsAndOneThatIsDoneSayNoTime() throws Exception {
        assertThat(SchedulePrinter.made(json(NIGHTLY.replace("ACTIVE", "PAUSED"))))
                .contains("next paused");
        assertThat(SchedulePrinter.made(json(NIGHTLY.replace("\"2026-11-22T01:30:00Z\"", ""))))
                .contains("next no more");
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text);
    }
}
