package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MonitorCommandTests {

    @Test
    void whatIsWatchedIsToldWithWhatWasMissed() throws JsonProcessingException {
        assertThat(printed("""
                {"target": "shop", "state": "ON", "everySeconds": 15, "cycleSeconds": 60,
                 "assessment": {"at": "2026-11-21T12:00:00Z", "restsOn": "REAL_TIME", "words": "Readings of this cycle."},
                 "sources": [{"source": "DATABASE", "lastAt": "2026-11-21T11:59:55Z"}],
                 "gaps": [{"source": "PROMETHEUS", "since": "2026-11-21T11:00:00Z", "until": "2026-11-21T11:05:00Z",
                           "reason": "no answer", "recovered": "TOTALS"},
                          {"source": "JVM", "since": "2026-11-21T11:00:00Z", "until": null,
                           "reason": "nothing answers JMX", "recovered": null}]}"""))
                .contains("Monitoring of shop: on", "Read every 15 s, assessed every 60 s.", "Readings of this cycle.")
                .contains("until 2026-11-21T11:05:00Z: no answer; the totals are kept")
                .contains("since 2026-11-21T11:00:00Z, still: nothing answers JMX");
    }

    @Test
    void whatIsOffSaysHowToSwitchItOn() throws JsonProcessingException {
        assertThat(printed("{\"target\": \"shop\", \"state\": \"OFF\"}"))
                .contains("Monitoring of shop: off", "perfloop monitor start --target shop");
    }

    @Test
    void aServerThatIsNotThereIsForAPersonToMend() {
        assertThat(Main.execute("monitor", "start", "--server", "http://127.0.0.1:1", "--target", "shop"))
                .isEqualTo(2);
    }

    private static String printed(String monitoring) throws JsonProcessingException {
        var out = new ByteArrayOutputStream();
        MonitoringPrinter.print(
                new JsonMapper().readTree(monitoring), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
