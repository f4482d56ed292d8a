package dev.perfloop.analysis.calls;

/**
 * How much of the reading a cache would spare, forecast from rates.
 *
 * <p>An entry ends by the next write to what it was made of, or by its age. With reads and writes at random moments, a share of
 * reads / (reads + endings) finds it. Every write is taken to end it, though many concern other rows: this forecast errs on the
 * low side.
 *
 * @param readsPerSecond  of one entry
 * @param writesPerSecond to the tables it is made of
 */
record HitRatio(double readsPerSecond, double writesPerSecond) {
    /** An answer a second old hurts nearly nobody. */
    static final double SHORT_SECONDS = 1;

    static final double LONG_SECONDS = 60;

    /** @param seconds after which an entry ends in any case */
    double keptFor(double seconds) {
        double endings = writesPerSecond + 1 / seconds;
        return readsPerSecond <= 0 ? 0 : readsPerSecond / (readsPerSecond + endings);
    }

    /** With an age alone: writes do not end it, so that answers may be as old as that. */
    double agedOnly(double seconds) {
        return readsPerSecond <= 0 ? 0 : readsPerSecond / (readsPerSecond + 1 / seconds);
    }

    /** Written so often that whoever writes had better put the new value there. */
    boolean isWrittenOften() {
        return writesPerSecond > 0 && writesPerSecond >= readsPerSecond / 20;
    }
}
