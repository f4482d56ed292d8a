package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** The plan of a run in short: what is done in which order, what it rests on, what it gives and what it takes. */
final class PlanPrinter {
    private PlanPrinter() {}

    static void print(JsonNode plan, PrintStream out) {
        out.println(plan.path("summary").asText() + ".");
        var steps = plan.path("content").path("steps");
        plan.path("changes")
                .forEach(change ->
                        print(change, steps.path(change.path("position").asInt() - 1), out));
        var byHand = plan.path("content").path("byHand");
        if (!byHand.isEmpty()) {
            out.println("\nFor a person to do, beside the plan");
            byHand.forEach(advised -> out.println("  " + advised.path("finding").asText() + "\n    "
                    + advised.path("advice").asText().strip().replace("\n", "\n    ")));
        }
        out.println("\nThe whole document: ./perfloop run plan --markdown");
    }

    private static void print(JsonNode change, JsonNode step, PrintStream out) {
        out.printf(
                "%n%d. %s  %s%n",
                change.path("position").asInt(),
                change.path("kind").asText(),
                change.path("status").asText().toLowerCase(Locale.ROOT));
        if (change.hasNonNull("note")) {
            out.println("   " + change.path("note").asText());
        }
        out.println("   " + change.path("statement").asText().replace("\n", "\n   "));
        out.println("   back: " + change.path("undoStatement").asText().replace("\n", "\n         "));
        var deed = step.path("byHand");
        if (deed.isObject()) {
            out.println("   A person does this, and says so with ./perfloop run done:");
            out.println("     " + deed.path("advice").asText().strip().replace("\n", "\n     "));
            deed.path("where").forEach(place -> out.println("     at " + place.asText()));
        }
        step.path("needs")
                .forEach(need -> out.printf(
                        "   needs %d: %s%n",
                        need.path("position").asInt(), need.path("why").asText()));
        var gain = step.path("gain");
        if (gain.hasNonNull("highPct")) {
            out.printf(
                    Locale.ROOT,
                    "   estimated gain: %.0f to %.0f %% of the time all requests take%n",
                    gain.path("lowPct").asDouble(),
                    gain.path("highPct").asDouble());
        }
        var build = step.path("cost").path("build");
        if (build.isObject()) {
            out.printf(
                    Locale.ROOT,
                    "   estimated cost: %.0f to %.0f MB, %.0f to %.0f s to build%n",
                    build.path("diskLowBytes").asDouble() / (1 << 20),
                    build.path("diskHighBytes").asDouble() / (1 << 20),
                    build.path("secondsLow").asDouble(),
                    build.path("secondsHigh").asDouble());
        }
        if (step.path("cost").hasNonNull("blocking")) {
            out.println("   " + step.path("cost").path("blocking").asText());
        }
    }
}
