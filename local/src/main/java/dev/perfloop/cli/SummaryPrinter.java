package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;

/** The summary of a run as a person reads it. */
final class SummaryPrinter {
    private static final Set<String> WELL = Set.of("TARGETS_MET", "ACCEPTABLE", "GUARDS_HELD");

    private SummaryPrinter() {}

    static boolean wentWell(JsonNode summary) {
        return WELL.contains(summary.path("outcome").asText());
    }

    static void print(JsonNode summary, PrintStream out) {
        out.printf(
                "%nRun %s on %s: %s%n",
                summary.path("runId").asText(), summary.path("target").asText(), outcome(summary));
        if (!summary.path("reason").asText("").isEmpty()) {
            out.println("  " + summary.path("reason").asText());
        }
        out.println("\nFindings");
        summary.path("findings")
                .forEach(finding -> out.printf(
                        Locale.ROOT,
                        "  %3.0f  %-26s %-6s %s%n",
                        finding.path("impact").asDouble(),
                        finding.path("kind").asText(),
                        finding.path("confidence").asText(),
                        finding.path("summary").asText()));
        out.println("\nChanges");
        summary.path("changes").forEach(change -> change(change, out));
        if (summary.path("rollback").isObject()) {
            out.println("\nRollback\n  schema and settings as before; latency: "
                    + summary.path("rollback").path("reason").asText());
        }
        profiles(summary, out);
        RoiPrinter.print(summary.path("roi"), out);
        out.println("\nNot looked at");
        summary.path("notLookedAt")
                .forEach(spot -> out.printf(
                        "  %s: %s%n",
                        spot.path("what").asText(), spot.path("why").asText()));
        out.println("\nWhere the time went");
        summary.path("timings")
                .forEach(timing -> out.printf(
                        Locale.ROOT,
                        "  %7.1f s  %s%n",
                        timing.path("seconds").asDouble(),
                        step(timing.path("step").asText())));
    }

    private static void change(JsonNode change, PrintStream out) {
        out.printf("  %-8s %s%n", status(change), change.path("statement").asText());
        if (!change.path("note").asText("").isEmpty()) {
            out.printf("  %-8s %s%n", "", change.path("note").asText());
        }
    }

    private static void profiles(JsonNode summary, PrintStream out) {
        out.printf(
                "%n%-10s %-7s %10s %10s %10s %12s %8s  %s%n",
                "Profile", "", "p50 ms", "p95 ms", "p99 ms", "requests/s", "errors", "verdict");
        summary.path("profiles").forEach(profile -> {
            figures(profile.path("profile").asText(), "before", profile.path("before"), "", out);
            figures("", "after", profile.path("after"), profile.path("verdict").asText(""), out);
        });
    }

    private static void figures(String profile, String side, JsonNode figures, String verdict, PrintStream out) {
        if (figures.isObject()) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %-7s %10.1f %10.1f %10.1f %12.1f %7.2f%%  %s%n",
                    profile,
                    side,
                    figures.path("p50Ms").asDouble(),
                    figures.path("p95Ms").asDouble(),
                    figures.path("p99Ms").asDouble(),
                    figures.path("throughput").asDouble(),
                    100 * figures.path("errorRate").asDouble(),
                    verdict);
        }
    }

    private static String outcome(JsonNode summary) {
        return summary.hasNonNull("outcome")
                ? summary.path("outcome").asText().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "running";
    }

    private static String status(JsonNode change) {
        String status = change.path("status").asText();
        return status.equals("TO_BE_TAKEN_BACK") ? "TO BE TAKEN BACK BY HAND" : status;
    }

    private static String step(String path) {
        int slash = path.indexOf('/');
        return slash < 0
                ? StepLine.words(path)
                : StepLine.words(path.substring(0, slash)) + ": "
                        + StepLine.words(path.substring(slash + 1)).toLowerCase(Locale.ROOT);
    }
}
