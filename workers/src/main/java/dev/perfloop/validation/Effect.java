package dev.perfloop.validation;

/**
 * How a metric moved, with its 99 % confidence interval.
 *
 * @param pct     change in percent of before; negative is less
 * @param lowPct  lower bound of the interval
 * @param highPct upper bound of the interval
 */
record Effect(double before, double after, double pct, double lowPct, double highPct) {

    double halfWidthPct() {
        return (highPct - lowPct) / 2;
    }
}
