package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.contract.threshold.Threshold;
import java.time.Instant;

/**
 * A series that has been beyond its threshold for long enough.
 *
 * @param due from when on it had lasted that long
 */
record Breach(Judged judged, Severity severity, Instant due) {

    Family family() {
        return Family.of(judged.reading().metric());
    }

    /** Such as: p95 of GET /x: 240 ms, wanted at most 100 ms (objective), critical from 150 ms. */
    String words() {
        var reading = judged.reading();
        var threshold = judged.threshold();
        String words = "%s: %s, %s %s (%s)"
                .formatted(
                        reading.called(),
                        MetricWords.figure(reading.value(), reading.unit()),
                        threshold.direction() == Threshold.Direction.ABOVE ? "wanted at most" : "wanted at least",
                        MetricWords.figure(threshold.warning(), reading.unit()),
                        switch (threshold.from()) {
                            case OWN -> "own threshold";
                            case DECISION -> "decided";
                            case OBJECTIVE -> "objective";
                            case HISTORY -> "usual at this hour";
                        });
        return severity == Severity.CRITICAL
                ? words + ", critical from " + MetricWords.figure(threshold.critical(), reading.unit())
                : words;
    }
}
