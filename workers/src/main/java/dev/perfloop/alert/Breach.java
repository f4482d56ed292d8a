package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.contract.threshold.Threshold;
import java.time.Instant;

/**
 * A series that has been beyond its threshold for long enough, and not back inside for as long.
 *
 * @param due   from when on it had lasted that long
 * @param worst value since then
 */
record Breach(Judged judged, Severity severity, Instant due, double worst) {

    Family family() {
        return Family.of(judged.reading().metric());
    }

    /** Whether the reading at hand is beyond; one that came back inside alarms until it has stayed there. */
    boolean isBeyond() {
        return judged.threshold().severityOf(judged.reading().value()).isPresent();
    }

    /** Such as: p95 of GET /x: 240 ms, wanted at most 100 ms (objective), critical from 150 ms. */
    String words() {
        var threshold = judged.threshold();
        String wanted = "wanted %s %s (%s)"
                .formatted(
                        threshold.direction() == Threshold.Direction.ABOVE ? "at most" : "at least",
                        figure(threshold.warning()),
                        from(threshold.from()));
        String called = judged.reading().called();
        String value = figure(judged.reading().value());
        if (!isBeyond()) {
            return "%s: inside again with %s, at worst %s, %s".formatted(called, value, figure(worst), wanted);
        }
        return "%s: %s, %s".formatted(called, value, wanted)
                + (severity == Severity.CRITICAL ? ", critical from " + figure(threshold.critical()) : "");
    }

    private static String from(Threshold.From from) {
        return switch (from) {
            case OWN -> "own threshold";
            case DECISION -> "decided";
            case OBJECTIVE -> "objective";
            case HISTORY -> "usual at this hour";
        };
    }

    private String figure(double value) {
        return MetricWords.figure(value, judged.reading().unit());
    }
}
