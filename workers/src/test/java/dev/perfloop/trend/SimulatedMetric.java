package dev.perfloop.trend;

import dev.perfloop.trend.Threshold.Side;

/** What a simulated target is watched by: its usual course, and what a regression makes of it. */
enum SimulatedMetric {
    LATENCY(Side.ABOVE, 0.8, 0.02) {
        @Override
        double usual(double load) {
            return 40 + 80 * load;
        }
    },
    STATEMENT_TIME(Side.ABOVE, 0.6, 0.01) {
        @Override
        double usual(double load) {
            return 3 + 2 * load;
        }
    },
    /** Calls a second, read from a counter that restarts reset. */
    THROUGHPUT(Side.BELOW, 0.8, 0) {
        @Override
        double usual(double load) {
            return 200 * load;
        }
    },
    CPU(Side.ABOVE, 0.7, 0.005) {
        @Override
        double usual(double load) {
            return 8 + 35 * load;
        }

        @Override
        double bounded(double value) {
            return Math.min(100, value);
        }
    },
    /** Connections of a pool of 40, which are whole numbers. */
    POOL(Side.ABOVE, 1.2, 0.01) {
        @Override
        double usual(double load) {
            return 2 + 8 * load;
        }

        @Override
        double bounded(double value) {
            return Math.min(40, Math.round(value));
        }
    },
    /** Misses of the cache, of which the hit ratio is made. */
    MISS_RATIO(Side.ABOVE, 1, 0.01) {
        @Override
        double usual(double load) {
            return 0.01 + 0.01 * load;
        }
    },
    /** Write-ahead log, with a checkpoint every quarter of an hour. */
    WAL(Side.ABOVE, 1.5, 0.02) {
        @Override
        double usual(double load) {
            return 1e6 + 4e6 * load;
        }
    },
    /** A minute: whole numbers, mostly none. */
    ERRORS(Side.ABOVE, 0, 0) {
        @Override
        double usual(double load) {
            return 0.05 + 0.5 * load;
        }
    },
    /** Percent in use; grows for ever, a little. */
    DISK(Side.ABOVE, 0, 0) {
        @Override
        double usual(double load) {
            return 55;
        }
    };

    final Side bad;
    /** Of all noise beside that of other metrics. */
    final double noise;
    /** Share of minutes that are far off for no reason. */
    final double wild;

    SimulatedMetric(Side bad, double noise, double wild) {
        this.bad = bad;
        this.noise = noise;
        this.wild = wild;
    }

    /** @param load 0 to about 1 */
    abstract double usual(double load);

    double bounded(double value) {
        return value;
    }

    boolean isForecast() {
        return this == DISK;
    }
}
