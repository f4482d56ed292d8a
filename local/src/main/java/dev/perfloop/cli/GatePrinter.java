package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a gate's answer guard by guard, and the guards of a target. */
final class GatePrinter {
    private GatePrinter() {}

    static void print(JsonNode gate, PrintStream out) {
        gate.path("checks")
                .forEach(check -> out.printf(
                        "%-12s  %-8s  %-38s  %s%n",
                        check.path("result").asText(),
                        check.path("profile").asText(),
                        guard(check),
                        check.path("reason").asText()));
        int notAsked = gate.path("notAsked").asInt();
        if (notAsked > 0) {
            out.printf("%n%d guards of other profiles were not asked about; --all drives these too.%n", notAsked);
        }
        if (gate.hasNonNull("noise")) {
            out.printf("%n%s%n", gate.path("noise").asText());
        }
        out.printf(
                "%n%s: %s%n",
                gate.path("result").asText("CUT SHORT"),
                gate.path("reason")
                        .asText("the gate ended as " + gate.path("outcome").asText("?")));
    }

    static void printGuards(JsonNode answer, PrintStream out) {
        var guards = answer.path("guards");
        if (guards.isEmpty()) {
            out.println("No guards yet. They are set when a run keeps a proven improvement: "
                    + "./perfloop run start --target " + answer.path("target").asText() + " --follow");
        }
        if (answer.hasNonNull("lifted")) {
            out.println(answer.path("lifted").asText());
        }
        guards.forEach(guard -> out.printf(
                "%-8s  %-38s  run %s%s%n",
                guard.path("profile").asText(),
                guard(guard),
                guard.path("runId").asText(),
                guard.hasNonNull("looserCeiling")
                        ? "  (run " + guard.path("looserRunId").asText() + " would set "
                                + amount(guard, guard.path("looserCeiling").asDouble()) + ")"
                        : ""));
    }

    private static String guard(JsonNode guard) {
        String request = guard.path("request").asText();
        return (guard.path("metric").asText().equals("ERROR_RATE") ? "error rate of " : "p95 of ")
                + (request.isEmpty() ? "all requests" : request)
                + " <= "
                + amount(guard, guard.path("ceiling").asDouble());
    }

    private static String amount(JsonNode guard, double value) {
        return guard.path("metric").asText().equals("ERROR_RATE")
                ? String.format(Locale.ROOT, "%.2f %%", 100 * value)
                : String.format(Locale.ROOT, "%.1f ms", value);
    }
}
