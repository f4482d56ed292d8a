package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** What a run brought in money, each figure with its origin; what is not known says what it lacks. */
final class RoiPrinter {
    private RoiPrinter() {}

    static void print(JsonNode roi, PrintStream out) {
        if (!roi.isObject()) {
            return; // of a run that goes on, or that an earlier version summed up
        }
        String money = " " + roi.path("currency").asText();
        out.println("\nReturn");
        line("capacity before", roi.path("capacityBefore"), " requests/s", out);
        line("capacity after", roi.path("capacityAfter"), " requests/s", out);
        line("instances before", roi.path("instancesBefore"), "", out);
        line("instances after", roi.path("instancesAfter"), "", out);
        line("compute before", roi.path("computeBefore"), money + " a month", out);
        line("compute after", roi.path("computeAfter"), money + " a month", out);
        line("storage added", roi.path("storageAdded"), money + " a month", out);
        line("saved", roi.path("savedPerMonth"), money + " a month", out);
        line("work on this run", roi.path("runCost"), money, out);
        line("payback", roi.path("paybackMonths"), " months", out);
    }

    private static void line(String name, JsonNode known, String unit, PrintStream out) {
        if (known.hasNonNull("value")) {
            out.printf(
                    Locale.ROOT,
                    "  %-17s %.2f%s  (%s)%n",
                    name,
                    known.path("value").asDouble(),
                    unit,
                    known.path("origin").asText());
        } else {
            out.printf("  %-17s not known: %s%n", name, known.path("origin").asText());
        }
    }
}
