package dev.perfloop.trend;

/**
 * What a metric usually is at a time.
 *
 * @param mid   its median
 * @param below standard deviation of the values below it, on the scale; above it differs, as latencies have a long tail
 * @param above of the values above it
 * @param scale how the metric varies
 * @param basis from which past it is known
 * @param days  on how many different days that was seen
 */
public record Band(double mid, double below, double above, Scale scale, Basis basis, int days) {
    /** Standard deviations on either side: of normal values 99.7 % are within. */
    public static final double WIDTH = 3;

    private static final double FURTHEST = 1e6;

    /** From the narrowest to the widest; a wider one is taken where the narrower has been seen on too few days. */
    public enum Basis {
        HOUR_OF_WEEK,
        HOUR_OF_DAY,
        ALL
    }

    public double low() {
        return scale.from(scale.to(mid) - WIDTH * below);
    }

    public double high() {
        return scale.from(scale.to(mid) + WIDTH * above);
    }

    /** The same widths around another middle. */
    Band around(double middle) {
        return new Band(middle, below, above, scale, basis, days);
    }

    public boolean contains(double value) {
        return value >= low() && value <= high();
    }

    /** In standard deviations of its side from the middle, at most a million; negative is below. */
    public double deviation(double value) {
        double off = scale.to(value) - scale.to(mid);
        return Math.clamp(off / (off < 0 ? below : above), -FURTHEST, FURTHEST);
    }
}
