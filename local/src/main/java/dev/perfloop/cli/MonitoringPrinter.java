package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Prints how a target is watched. */
final class MonitoringPrinter {
    private static final int GAPS = 10;

    private MonitoringPrinter() {}

    static void print(JsonNode monitoring, PrintStream out) {
        String state = monitoring.path("state").asText();
        out.printf("Monitoring of %s: %s%n", monitoring.path("target").asText(), state.toLowerCase(Locale.ROOT));
        if (state.equals("OFF")) {
            out.println("Switch it on: perfloop monitor start --target "
                    + monitoring.path("target").asText());
        } else {
            out.printf(
                    "Read every %d s, assessed every %d s.%n",
                    monitoring.path("everySeconds").asInt(),
                    monitoring.path("cycleSeconds").asInt());
        }
        if (monitoring.hasNonNull("assessment")) {
            var assessment = monitoring.path("assessment");
            out.printf(
                    "%s  %s%n",
                    assessment.path("at").asText(), assessment.path("words").asText());
        }
        for (var source : monitoring.path("sources")) {
            out.printf(
                    "  %-12s last told %s%n",
                    source.path("source").asText(), source.path("lastAt").asText());
        }
        int printed = 0;
        for (var gap : monitoring.path("gaps")) {
            if (printed++ < GAPS) {
                out.printf("  gap %-12s %s%n", gap.path("source").asText(), words(gap));
            }
        }
    }

    private static String words(JsonNode gap) {
        String until = gap.hasNonNull("until") ? " until " + gap.path("until").asText() : ", still";
        String recovered = switch (gap.path("recovered").asText("")) {
            case "SAMPLES" -> "; filled afterwards";
            case "TOTALS" -> "; the totals are kept";
            case "LOST" -> "; lost";
            default -> "";
        };
        return "since " + gap.path("since").asText() + until + ": "
                + gap.path("reason").asText() + recovered;
    }
}
