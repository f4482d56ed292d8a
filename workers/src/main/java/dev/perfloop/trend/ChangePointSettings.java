package dev.perfloop.trend;

/**
 * How readily a change is seen; the defaults are Apache Otava's.
 *
 * @param window       values looked at in one go; the next window begins half of it later
 * @param maxP         a change point's p-value is below it
 * @param minMagnitude a change point's {@link ChangePoint#magnitude} is above it; 0.05 is 5 %
 */
public record ChangePointSettings(int window, double maxP, double minMagnitude) {
    public static final ChangePointSettings DEFAULT = new ChangePointSettings(50, 0.001, 0);

    public ChangePointSettings {
        if (window < 3 || !(maxP > 0 && maxP <= 1) || !(minMagnitude >= 0)) {
            throw new IllegalArgumentException(
                    "A change point needs a window of at least 3 values, a p-value in (0, 1] and a magnitude of at least 0");
        }
    }

    public ChangePointSettings withMinMagnitude(double magnitude) {
        return new ChangePointSettings(window, maxP, magnitude);
    }

    /** Weak points may be this likely: what a strict first pass overlooked could hide what comes after it. */
    double firstPassP() {
        return maxP < 0.05 ? 10 * maxP : maxP < 0.5 ? 2 * maxP : maxP;
    }

    int step() {
        return window / 2;
    }
}
