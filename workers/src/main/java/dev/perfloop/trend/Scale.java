package dev.perfloop.trend;

/**
 * How far apart two values of a metric are. Times, rates and sizes vary in proportion: twice as much is as far as half. Metrics that
 * are often zero, or below it, vary by differences.
 */
public enum Scale {
    /** By difference. */
    LINEAR {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double from(double scaled) {
            return scaled;
        }

        @Override
        double share(double of, double share) {
            return share * Math.abs(of);
        }
    },
    /** By proportion. */
    LOGARITHMIC {
        @Override
        double to(double value) {
            return value > 0 ? Math.log(value) : Double.NEGATIVE_INFINITY;
        }

        @Override
        double from(double scaled) {
            return Math.exp(scaled);
        }

        @Override
        double share(double of, double share) {
            return share;
        }
    };

    /** So few values may be zero, as of a service that was down, in a metric that varies in proportion. */
    private static final double FEW = 0.01;

    static Scale of(Series series) {
        double[] values = series.values();
        long zero = 0;
        for (double value : values) {
            if (value < 0) {
                return LINEAR;
            }
            zero += value == 0 ? 1 : 0;
        }
        return values.length > 0 && zero <= FEW * values.length ? LOGARITHMIC : LINEAR;
    }

    abstract double to(double value);

    abstract double from(double scaled);

    /** What a share of a scaled value is on this scale. */
    abstract double share(double of, double share);
}
