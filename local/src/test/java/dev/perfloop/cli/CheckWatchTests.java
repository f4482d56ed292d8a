package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckWatchTests {

    @Test
    void whatIsLackingFailsNoCheckAndWhatIsBrokenDoes() throws Exception {
        assertThat(CheckWatch.exitCode(check("FINE", "LACKING"))).isZero();
        assertThat(CheckWatch.exitCode(check("FINE", "BROKEN"))).isEqualTo(1);
    }

    @Test
    void eachAnswerAndEachRequestIsALineWithItsMendBelow() throws Exception {
        var out = new ByteArrayOutputStream();
        CheckWatch.print(check("FINE", "LACKING"), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "fine     Login                  Role a gets in.",
                        "lacking  JMX                    Not seen.",
                        "         mend: Name jmx.",
                        "",
                        "fine     list                   GET /list  200 in 12 ms, 340 bytes",
                        "broken   order                  POST /order  no answer",
                        "         order got no answer: reset.",
                        "         mend: Mend it.");
    }

    private static JsonNode check(String first, String second) throws Exception {
        return new JsonMapper().readTree("""
                {"underWay": [],
                 "answers": [
                   {"part": "DATABASE", "subject": "Login", "state": "%s", "words": "Role a gets in.", "mend": ""},
                   {"part": "SERVICE", "subject": "JMX", "state": "%s", "words": "Not seen.", "mend": "Name jmx."}],
                 "requests": [
                   {"request": "list", "method": "GET", "address": "/list", "good": true, "status": 200, "ms": 11.6,
                    "bytes": 340, "leadsTo": "", "words": "", "mend": ""},
                   {"request": "order", "method": "POST", "address": "/order", "good": false, "status": null, "ms": null,
                    "bytes": null, "leadsTo": "", "words": "order got no answer: reset.", "mend": "Mend it."}]}
                """.formatted(first, second));
    }
}
