package dev.perfloop.load;

/** The shapes of load; the factor is what the target's own arrival rate is multiplied by. */
enum LoadProfile {
    /** Everyday traffic. */
    BASELINE(1),
    /** The busiest hour. */
    PEAK(2),
    /** Climbs to the breaking point; the factor is where it ends. */
    STRESS(6),
    /** Everyday traffic for long. */
    SOAK(1);

    private final double factor;

    LoadProfile(double factor) {
        this.factor = factor;
    }

    double factor() {
        return factor;
    }

    boolean isConstant() {
        return this != STRESS;
    }
}
