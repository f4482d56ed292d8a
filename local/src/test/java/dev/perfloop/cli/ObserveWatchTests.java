package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ObserveWatchTests {

    @Test
    void offersComeWithTheirStatementsTheirUndoAndTheNextCommand() throws JsonProcessingException {
        assertThat(printed("""
                        {"runId": "r", "wish": {"note": "hypopg: role a may not create it"},
                         "offers": [{"kind": "SET_PARAMETER", "status": "PROPOSED",
                                     "statement": "ALTER SYSTEM SET track_io_timing TO 'on';\\nSELECT pg_reload_conf()",
                                     "undoStatement": "ALTER SYSTEM RESET track_io_timing"}]}"""))
                .contains("PROPOSED  SET_PARAMETER")
                .contains("   ALTER SYSTEM SET track_io_timing TO 'on';\n   SELECT pg_reload_conf()")
                .contains("   undo: ALTER SYSTEM RESET track_io_timing")
                .contains("- hypopg: role a may not create it")
                .contains("./perfloop target observe shop --apply")
                .doesNotContain("--undo");
    }

    @Test
    void whatIsInForceCanBeTakenBackAndWhatFailedSaysWhy() throws JsonProcessingException {
        assertThat(printed("""
                        {"wish": {}, "offers": [
                          {"kind": "CREATE_EXTENSION", "status": "APPLIED", "statement": "s", "undoStatement": "u"},
                          {"kind": "SET_PARAMETER", "status": "REVERTED", "statement": "s", "undoStatement": "u",
                           "note": "no right"}]}"""))
                .contains("REVERTED  SET_PARAMETER  (no right)")
                .contains("./perfloop target observe shop --undo");
    }

    @Test
    void whereNothingIsLackingItSaysSo() throws JsonProcessingException {
        assertThat(printed("{\"wish\": {}, \"offers\": []}")).startsWith("Nothing is offered.");
    }

    private static String printed(String answer) throws JsonProcessingException {
        var bytes = new ByteArrayOutputStream();
        ObserveWatch.print(
                new JsonMapper().readTree(answer), "shop", new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
