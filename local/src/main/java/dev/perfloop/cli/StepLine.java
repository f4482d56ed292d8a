package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One step of a run as a line of text. */
final class StepLine {
    private StepLine() {}

    static String of(JsonNode step) {
        String mark = switch (step.path("status").asText()) {
            case "DONE" -> "ok";
            case "RETRY" -> "retry";
            case "ERROR" -> "error";
            default -> "STOPPED";
        };
        return String.format(
                Locale.ROOT,
                "  %-7s %-26s %6.1f s  %s",
                mark,
                name(step),
                seconds(step),
                step.path("message").asText(""));
    }

    /** {@code Task_CollectBaseline} under a call activity becomes "Measure before: run baseline". */
    static String name(JsonNode step) {
        String own = words(step.path("elementId").asText());
        return step.hasNonNull("callerElement")
                ? words(step.path("callerElement").asText()) + ": " + own.toLowerCase(Locale.ROOT)
                : own;
    }

    static String words(String elementId) {
        String camel = elementId.replaceFirst("^[A-Za-z]+_", "").replace('_', ' ');
        String spaced = camel.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? elementId : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static double seconds(JsonNode step) {
        if (!step.hasNonNull("endedAt") || !step.hasNonNull("startedAt")) {
            return 0;
        }
        return Duration.between(
                                Instant.parse(step.path("startedAt").asText()),
                                Instant.parse(step.path("endedAt").asText()))
                        .toMillis()
                / 1000.0;
    }
}
