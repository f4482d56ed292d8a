package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** What was found in a run, what it rests on and what would mend it, as a person reads it. */
final class FindingsPrinter {
    private FindingsPrinter() {}

    static void print(JsonNode answer, JsonNode blindSpots, PrintStream out) {
        if (answer.path("findings").isEmpty()) {
            out.println("Nothing was found.");
        }
        answer.path("findings").forEach(finding -> print(finding, out));
        section("Looked at and turned down", answer.path("refusals"), "subject", "reason", out);
        section("Not looked at", blindSpots, "what", "why", out);
    }

    private static void print(JsonNode finding, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%d. %s  impact %.0f, confidence %s, effort %s%n   %s%n",
                finding.path("rank").asInt(),
                finding.path("kind").asText(),
                finding.path("impact").asDouble(),
                word(finding, "confidence"),
                word(finding, "effort"),
                finding.path("summary").asText());
        var evidence = finding.path("evidence");
        evidence.path("chain")
                .forEach(link -> out.printf(
                        "     %-10s %s: %s%n",
                        word(link, "kind").replace('_', ' '),
                        link.path("name").asText(),
                        link.path("shows").asText()));
        if (!evidence.path("reason").asText("").isEmpty()) {
            out.println("   Why: " + evidence.path("reason").asText());
        }
        if (finding.hasNonNull("gainHighPct")) {
            out.printf(
                    Locale.ROOT,
                    "   Estimated gain: %.0f to %.0f %% of the time all requests take%n",
                    finding.path("gainLowPct").asDouble(),
                    finding.path("gainHighPct").asDouble());
        }
        var trial = evidence.path("trial");
        if (trial.isObject()) {
            out.printf(
                    Locale.ROOT,
                    "   Tried (%s): %.4g -> %.4g %s. %s%n",
                    trial.path("how").asText(),
                    trial.path("before").asDouble(),
                    trial.path("after").asDouble(),
                    trial.path("unit").asText(),
                    trial.path("note").asText());
        }
        if (finding.path("proposal").isObject()) {
            out.println("   Mend: " + mend(finding.path("proposal")));
        }
    }

    private static String mend(JsonNode proposal) {
        return switch (proposal.path("kind").asText()) {
            case "CODE_ADVICE" ->
                proposal.path("title").asText() + "\n     "
                        + proposal.path("advice").asText().strip().replace("\n", "\n     ");
            case "SET_PARAMETER" ->
                "set " + proposal.path("name").asText() + " = "
                        + proposal.path("value").asText() + " (now "
                        + proposal.path("current").asText() + ")";
            case "REFRESH_STATISTICS" -> "refresh the statistics of " + table(proposal);
            case "DROP_INDEX" -> "drop index " + proposal.path("index").asText() + " on " + table(proposal);
            case "CREATE_INDEX" -> "create an index on " + table(proposal) + " " + columns(proposal);
            default -> proposal.path("kind").asText();
        };
    }

    private static String table(JsonNode proposal) {
        return proposal.path("schema").asText() + "." + proposal.path("table").asText();
    }

    private static String columns(JsonNode proposal) {
        var text = new StringBuilder("(");
        proposal.path("columns").forEach(column -> {
            text.append(text.length() == 1 ? "" : ", ")
                    .append(column.path("expression").asText());
            for (String more : new String[] {"opclass", "direction"}) {
                if (column.hasNonNull(more)) {
                    text.append(' ').append(column.path(more).asText());
                }
            }
        });
        text.append(')');
        if (proposal.hasNonNull("predicate")) {
            text.append(" WHERE ").append(proposal.path("predicate").asText());
        }
        return text.toString();
    }

    private static void section(String title, JsonNode rows, String what, String why, PrintStream out) {
        if (rows.isEmpty()) {
            return;
        }
        out.println("\n" + title);
        rows.forEach(row -> {
            out.printf("  %s: %s%n", row.path(what).asText(), row.path(why).asText());
            if (!row.path("mend").asText("").isEmpty()) {
                out.println("    -> " + row.path("mend").asText());
            }
        });
    }

    private static String word(JsonNode node, String field) {
        return node.path(field).asText().toLowerCase(Locale.ROOT);
    }
}
