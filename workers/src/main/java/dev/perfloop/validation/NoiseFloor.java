package dev.perfloop.validation;

import java.util.HashMap;
import java.util.Map;

/**
 * The noise of one target between tests that were alike, by profile, request and metric, as its A/A comparisons showed it.
 */
record NoiseFloor(Map<Key, Noise> known) {
    /** Of three tests: fewer make intervals that no number of rounds can mend. */
    private static final int ENOUGH_DEGREES = 2;

    static final NoiseFloor UNMEASURED = new NoiseFloor(Map.of());

    /** @param request empty for all requests together */
    record Key(String profile, String request, Metric metric) {}

    /**
     * With what two tests of the run itself showed that were alike, where nothing better is known. A profile that they did not drive
     * is taken to be as noisy as the one they did.
     */
    NoiseFloor orElse(Map<Key, Noise> alike) {
        Map<Key, Noise> all = new HashMap<>(known);
        alike.forEach((key, noise) -> Profiles.OF_CONTRIBUTIONS.forEach(
                profile -> all.putIfAbsent(new Key(profile, key.request(), key.metric()), noise)));
        return new NoiseFloor(all);
    }

    /**
     * What is known before a comparison looks at its own tests; a request nobody measured alone is taken to be as noisy as all. The
     * guess steadies what was measured to be less, as few tests may be alike by chance; what was measured to be more stands.
     */
    Noise of(String profile, String request, Metric metric) {
        var ofAll = known.getOrDefault(new Key(profile, Profiles.ALL, metric), Noise.NONE);
        var measured = known.getOrDefault(new Key(profile, request, metric), ofAll);
        return measured.degrees() >= ENOUGH_DEGREES && measured.spread() > Noise.UNKNOWN.spread()
                ? measured
                : Noise.UNKNOWN.and(measured);
    }
}
