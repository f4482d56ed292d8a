package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Prints how well monitoring itself works. */
final class KpiPrinter {
    private static final String UNKNOWN = "unknown yet";

    private KpiPrinter() {}

    static void print(JsonNode kpis, PrintStream out) {
        out.printf(
                "Monitoring%s from %s to %s%n",
                kpis.hasNonNull("target") ? " of " + kpis.path("target").asText() : "",
                kpis.path("from").asText(),
                kpis.path("to").asText());
        out.printf("  readings that told something   %s%n", share(kpis.path("collectionShare")));
        long confirmed = kpis.path("confirmed").asLong();
        long dismissed = kpis.path("dismissed").asLong();
        long alerts = kpis.path("alerts").asLong();
        out.printf(
                "  alerts                         %d, of which real %d, noise %d, without a verdict %d%n",
                alerts, confirmed, dismissed, alerts - confirmed - dismissed);
        out.printf("  accuracy                       %s%n", share(kpis.path("accuracyShare")));
        out.printf("  trouble to alert               %s%n", times(kpis, "noticed"));
        out.printf("  trouble to first receiver      %s%n", times(kpis, "told"));
        out.printf("  alert to recovery              %s%n", times(kpis, "recovered"));
    }

    private static String share(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f %%", 100 * value.asDouble()) : UNKNOWN;
    }

    private static String times(JsonNode kpis, String name) {
        var half = kpis.path(name + "P50Seconds");
        return half.isNumber()
                ? String.format(
                        Locale.ROOT,
                        "p50 %.1f s, p95 %.1f s",
                        half.asDouble(),
                        kpis.path(name + "P95Seconds").asDouble())
                : UNKNOWN;
    }
}
