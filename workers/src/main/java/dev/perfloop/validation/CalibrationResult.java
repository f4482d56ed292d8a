package dev.perfloop.validation;

import dev.perfloop.validation.NoiseFloor.Key;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A calibration as it is kept and said.
 *
 * @param tests     valid ones
 * @param leftOut   tests that stayed invalid however often they were repeated
 */
record CalibrationResult(Calibration calibration, int tests, int leftOut, Map<Key, Resolution> resolutions) {

    String said() {
        return String.format(
                Locale.ROOT,
                "%d alike tests%s; %d of %d comparisons raised a false alarm (at most %.0f %% for sure)%s",
                tests,
                leftOut == 0 ? "" : ", " + leftOut + " left out as invalid",
                calibration.falseAlarms(),
                calibration.comparisons(),
                100 * calibration.falseAlarmsAtMost(),
                saidOfP95());
    }

    private String saidOfP95() {
        var text = new StringBuilder();
        new TreeMap<>(Map.of("BASELINE", "baseline", "PEAK", "peak")).forEach((profile, name) -> {
            var p95 = resolutions.get(new Key(profile, Profiles.ALL, Metric.P95_MS));
            if (p95 != null) {
                text.append(String.format(
                        Locale.ROOT,
                        "; %s p95 differs by %.1f %% between tests, one test a side shows %.0f %%, two %.0f %%, three %.0f %%",
                        name,
                        p95.spreadPct(),
                        p95.byOnePct(),
                        p95.byTwoPct(),
                        p95.byThreePct()));
            }
        });
        return text.toString();
    }
}
