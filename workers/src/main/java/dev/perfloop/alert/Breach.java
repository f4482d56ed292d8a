package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.contract.threshold.Threshold;
import java.util.Locale;

/** A series that has been beyond its threshold for long enough. */
record Breach(Judged judged, Severity severity) {

    Family family() {
        return Family.of(judged.reading().metric());
    }

    String words() {
        var reading = judged.reading();
        var threshold = judged.threshold();
        return "%s is %s, %s %s (%s)"
                .formatted(
                        reading.called(),
                        figure(reading.value(), reading.unit()),
                        threshold.direction() == Threshold.Direction.ABOVE ? "above" : "below",
                        figure(threshold.limitOf(severity), reading.unit()),
                        switch (threshold.from()) {
                            case OWN -> "its own threshold";
                            case DECISION -> "the decided threshold";
                            case OBJECTIVE ->
                                severity == Severity.CRITICAL ? "half as much again as the objective" : "the objective";
                            case HISTORY -> "what is usual at this hour";
                        });
    }

    private static String figure(double value, String unit) {
        return switch (unit) {
            case "share" -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case "1" -> String.format(Locale.ROOT, "%.3g", value);
            default -> String.format(Locale.ROOT, "%.4g %s", value, unit);
        };
    }
}
