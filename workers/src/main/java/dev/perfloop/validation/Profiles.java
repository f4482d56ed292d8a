package dev.perfloop.validation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The measured arms of a comparison.
 *
 * @param arms by profile and then by request; the request {@link #ALL} is all of them together
 */
record Profiles(Map<String, Map<String, Arm>> arms) {
    static final String ALL = "";
    /** The profile that drives the arrival rate the owner stated, and so the one the objectives speak of. */
    static final String BASELINE = "BASELINE";

    static final String PEAK = "PEAK";

    static final String STRESS = "STRESS";
    /** Those that are driven without a change; the others take too long to be driven once for each. */
    static final Set<String> OF_CONTRIBUTIONS = Set.of(BASELINE, PEAK);

    Arm arm(String profile, String request) {
        return arms.getOrDefault(profile, Map.of()).getOrDefault(request, Arm.EMPTY);
    }

    Set<String> profiles() {
        return arms.keySet();
    }

    Profiles only(Set<String> profiles) {
        Map<String, Map<String, Arm>> some = new LinkedHashMap<>(arms);
        some.keySet().retainAll(profiles);
        return new Profiles(some);
    }

    /** The requests of a profile on either side, all together first. */
    Set<String> requestsOnEitherSide(Profiles other, String profile) {
        Set<String> requests = new LinkedHashSet<>();
        requests.add(ALL);
        requests.addAll(arms.getOrDefault(profile, Map.of()).keySet());
        requests.addAll(other.arms.getOrDefault(profile, Map.of()).keySet());
        return requests;
    }
}
