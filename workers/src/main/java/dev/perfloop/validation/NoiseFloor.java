package dev.perfloop.validation;

import java.util.Map;

/**
 * The noise of one target between tests that were alike, by profile, request and metric, as its A/A comparisons showed it.
 */
record NoiseFloor(Map<Key, Noise> known) {
    static final NoiseFloor UNMEASURED = new NoiseFloor(Map.of());

    /** @param request empty for all requests together */
    record Key(String profile, String request, Metric metric) {}

    /** What is known before a comparison looks at its own tests; a request nobody measured alone is taken to be as noisy as all. */
    Noise of(String profile, String request, Metric metric) {
        var ofAll = known.getOrDefault(new Key(profile, Profiles.ALL, metric), Noise.NONE);
        return Noise.UNKNOWN.and(known.getOrDefault(new Key(profile, request, metric), ofAll));
    }
}
