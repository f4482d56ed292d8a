package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what a calibration found as a table: the noise of each latency, and the smallest change that tests would show. */
final class CalibrationPrinter {
    /** A change that only shows when it is larger than this is none that anybody looks for. */
    private static final double MOST_PCT = 999;

    private static final String ROW = "%-8s  %-34s  %8s  %9s  %9s  %11s%n";

    private CalibrationPrinter() {}

    static void print(JsonNode calibration, PrintStream out) {
        if (!calibration.hasNonNull("calibratedAt")) {
            out.println(calibration
                    .path("words")
                    .asText("The calibration ended as "
                            + calibration.path("outcome").asText("?") + "."));
            return;
        }
        out.printf(ROW, "profile", "latency", "noise", "one test", "two tests", "three tests");
        calibration
                .path("noise")
                .forEach(noise -> out.printf(
                        ROW,
                        noise.path("profile").asText(),
                        latency(noise),
                        percent(noise, "spreadPct"),
                        percent(noise, "seenByOnePct"),
                        percent(noise, "seenByTwoPct"),
                        percent(noise, "seenByThreePct")));
        out.println(
                "noise: standard deviation between alike tests; one, two, three tests a side show a change of that size");
        String postgres = calibration.path("postgres").asText("");
        out.printf(
                Locale.ROOT,
                "%n%s: %d alike tests%s; %d of %d comparisons raised a false alarm, at most %.0f %% for sure.%n"
                        + "Holds for this load, from %d processors%s.%n",
                calibration.path("calibratedAt").asText(),
                calibration.path("tests").asInt(),
                calibration.path("leftOut").asInt() == 0
                        ? ""
                        : ", " + calibration.path("leftOut").asInt() + " left out as invalid",
                calibration.path("falseAlarms").asInt(),
                calibration.path("comparisons").asInt(),
                100 * calibration.path("falseAlarmsAtMost").asDouble(),
                calibration.path("cpus").asInt(),
                postgres.isEmpty() ? "" : " against PostgreSQL " + postgres);
        calibration.path("stale").forEach(why -> out.println("STALE: " + why.asText() + ". Calibrate again."));
    }

    private static String latency(JsonNode noise) {
        String request = noise.path("request").asText();
        String quantile = noise.path("metric").asText().toLowerCase(Locale.ROOT).replace("_ms", "");
        return quantile + " of " + (request.isEmpty() ? "all requests" : request);
    }

    private static String percent(JsonNode noise, String field) {
        double pct = noise.path(field).asDouble();
        return pct > MOST_PCT ? "none" : String.format(Locale.ROOT, "%.1f %%", pct);
    }
}
