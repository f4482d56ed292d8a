package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says of a schedule when it comes and what became of its last time, on the schedule's own clock. */
final class SchedulePrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private SchedulePrinter() {}

    static String made(JsonNode schedule) {
        return "Schedule %s: %s runs of %s, next %s (%s)."
                .formatted(
                        schedule.path("id").asText(),
                        schedule.path("intensity").asText().toLowerCase(Locale.ROOT),
                        schedule.path("target").asText(),
                        next(schedule),
                        schedule.path("zone").asText());
    }

    static String line(JsonNode schedule) {
        return "%-24s %-18s %-20s %-8s %-22s %s"
                .formatted(
                        schedule.path("id").asText(),
                        schedule.path("times").asText(),
                        schedule.path("zone").asText(),
                        schedule.path("intensity").asText().toLowerCase(Locale.ROOT),
                        next(schedule),
                        last(schedule));
    }

    private static String next(JsonNode schedule) {
        if (schedule.path("status").asText().equals("PAUSED")) {
            return "paused";
        }
        return schedule.path("next").isEmpty()
                ? "no more"
                : onItsClock(schedule, schedule.path("next").get(0).asText());
    }

    private static String last(JsonNode schedule) {
        JsonNode last = schedule.path("last");
        if (!last.isObject()) {
            return "has not come yet";
        }
        String missed = last.path("missed").asInt() == 0
                ? ""
                : " (" + last.path("missed").asInt() + " more were missed)";
        String became = last.hasNonNull("runId")
                ? "run " + last.path("runId").asText() + " "
                        + last.path("outcome").asText("at work")
                : "none: " + last.path("whyNone").asText();
        return "last " + onItsClock(schedule, last.path("dueAt").asText()) + missed + ": " + became;
    }

    private static String onItsClock(JsonNode schedule, String instant) {
        return TIME.format(
                Instant.parse(instant).atZone(ZoneId.of(schedule.path("zone").asText())));
    }
}
