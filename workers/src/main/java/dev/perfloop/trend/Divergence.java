package dev.perfloop.trend;

/**
 * How unlike the two sides of a split are: the energy distance of their values, weighted by their sizes. It sees a change of the
 * mean, of the spread or of the shape. After Matteson and James, "A nonparametric approach for multiple change point analysis of
 * multivariate data", JASA 109 (2014), equations 5 and 7, with the exponent 1.
 */
final class Divergence {
    /** @param index the first value of the right side */
    record Split(int index, double size) {}

    private Divergence() {}

    /**
     * The split that tells most, over all beginnings of the right side and all ends of it: one that ends before the stretch does
     * keeps a later change from blurring an earlier one. Of equals the first. Quadratic in the length, linear in memory.
     *
     * @param to exclusive; at least two values
     */
    static Split best(double[] values, int from, int to) {
        int n = to - from;
        double[] within = distancesWithin(values, from, to);
        double[] ahead = new double[n];
        int index = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int split = n - 1; split >= 1; split--) {
            for (int i = split + 1; i < n; i++) {
                ahead[i] += Math.abs(values[from + split] - values[from + i]);
            }
            double right = 0;
            double best = Double.NEGATIVE_INFINITY;
            for (int end = split + 1; end <= n; end++) {
                right += ahead[end - 1];
                best = Math.max(
                        best, size(split, end - split, within[end] - within[split] - right, within[split], right));
            }
            if (best >= most) {
                most = best;
                index = split;
            }
        }
        return new Split(from + index, most);
    }

    /** By length: the distances of all pairs among the first values. */
    private static double[] distancesWithin(double[] values, int from, int to) {
        double[] within = new double[to - from + 1];
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int j = from; j < i; j++) {
                sum += Math.abs(values[i] - values[j]);
            }
            within[i - from + 1] = within[i - from] + sum;
        }
        return within;
    }

    private static double size(int n, int m, double between, double left, double right) {
        double ofLeft = n > 1 ? left * m / (n - 1) : 0;
        double ofRight = m > 1 ? right * n / (m - 1) : 0;
        return 2 * (between - ofLeft - ofRight) / (n + m);
    }
}
