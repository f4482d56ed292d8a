package dev.perfloop.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The drives of all requests so far, and what ran without them.
 *
 * @param trips to the database and back, in milliseconds
 * @param texts of the statements, without our own
 */
record Pass(List<Driven> driven, List<Double> trips, Background background, Map<Long, String> texts) {
    Pass() {
        this(new ArrayList<>(), new ArrayList<>(), new Background(), new HashMap<>());
    }
}
