package dev.perfloop.trend;

/**
 * A stretch of a series, summed up.
 *
 * @param squares sum of the squared distances from the mean
 */
public record Level(int count, double mean, double squares) {
    static Level of(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return new Level(to - from, mean, squares);
    }

    /**
     * Two neighbouring stretches as one. After Chan, Golub and LeVeque, "Algorithms for computing the sample variance", The American
     * Statistician 37 (1983).
     */
    Level and(Level next) {
        int together = count + next.count;
        double apart = next.mean - mean;
        return new Level(
                together,
                mean + apart * next.count / together,
                squares + next.squares + apart * apart * count * next.count / together);
    }

    double variance() {
        return squares / count;
    }

    /** The standard deviation. */
    public double spread() {
        return Math.sqrt(variance());
    }
}
