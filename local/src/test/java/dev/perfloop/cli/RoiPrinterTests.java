package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RoiPrinterTests {

    @Test
    void aFigureHasItsOriginAndWhatIsNotKnownSaysWhatItLacks() throws Exception {
        assertThat(printed("""
                {"currency": "EUR", "savedPerMonth": {"value": 729.5, "origin": "compute before - compute after"},
                 "paybackMonths": {"value": null, "origin": "Nobody says costs.engineerHour"}}"""))
                .contains(
                        "saved             729.50 EUR a month  (compute before - compute after)",
                        "payback           not known: Nobody says costs.engineerHour");
    }

    @Test
    void aRunThatGoesOnHasNone() throws Exception {
        assertThat(printed("null")).isEmpty();
    }

    private static String printed(String roi) throws Exception {
        var out = new ByteArrayOutputStream();
        RoiPrinter.print(new ObjectMapper().readTree(roi), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
