package dev.perfloop.web.gates;

import java.util.List;

/** How long a gate measures. */
enum Intensity {
    QUICK,
    STANDARD,
    THOROUGH;

    /** What a run of this intensity drives at a constant rate; a soak joins from STANDARD on. */
    List<String> profiles(boolean all) {
        if (!all) {
            return List.of("BASELINE");
        }
        return this == QUICK ? List.of("BASELINE", "PEAK") : List.of("BASELINE", "PEAK", "SOAK");
    }
}
