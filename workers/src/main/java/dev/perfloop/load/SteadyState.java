package dev.perfloop.load;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds where the warm-up really ended: MSER, the truncation that leaves the mean of the rest with the least standard
 * error (K. P. White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69, 1997).
 * A value is the mean of one second and so a batch already, as five observations are one in MSER-5 (White, Cobb and Spratt,
 * "A comparison of five steady-state truncation heuristics for simulation", WSC 2000). At most a third is cut, so that one
 * late spike cannot take the measurement away; whether what is left has settled is judged apart, by {@code Steadiness}.
 */
final class SteadyState {
    private static final int SHARE = 3;
    /** Noise moves the minimum to and fro; of cuts about as good the one that keeps most is taken. */
    private static final double TOLERANCE = 1.1;
    /** Differences below this are rounding. */
    private static final double NOTHING = 1e-9;

    private SteadyState() {}

    /**
     * @param series one value a second, such as the mean latency, in order
     * @return index of the first steady one
     */
    static int firstSteady(double[] series) {
        double[] errors = IntStream.rangeClosed(0, series.length / SHARE)
                .mapToDouble(cut -> squaredStandardError(series, cut))
                .toArray();
        double goodEnough = Arrays.stream(errors).min().orElse(0) * TOLERANCE + NOTHING;
        return IntStream.range(0, errors.length)
                .filter(cut -> errors[cut] <= goodEnough)
                .findFirst()
                .orElse(0);
    }

    /** Of the mean of what follows the cut. */
    private static double squaredStandardError(double[] series, int cut) {
        int left = series.length - cut;
        double mean = 0;
        for (int i = cut; i < series.length; i++) {
            mean += series[i] / left;
        }
        double squares = 0;
        for (int i = cut; i < series.length; i++) {
            squares += (series[i] - mean) * (series[i] - mean);
        }
        return left == 0 ? 0 : squares / left / left;
    }
}
