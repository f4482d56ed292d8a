package dev.perfloop.profiling.constants;

import java.util.stream.LongStream;

/**
 * How much of a result is asked for.
 *
 * @param rowsPerCall that the statement gave on average; 0 when unknown
 */
record Pages(double rowsPerCall) {
    private static final long USUAL = 20;
    private static final long FAR = 1000;

    /** The smallest usual page that holds what a call gave: a statement that finds less than its limit works on to the end. */
    long limit() {
        return rowsPerCall <= 0
                ? USUAL
                : LongStream.of(1, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
                        .filter(size -> size >= rowsPerCall)
                        .findFirst()
                        .orElse((long) Math.ceil(rowsPerCall));
    }

    long offset(Draw draw) {
        return draw == Draw.COMMON ? 0 : FAR;
    }
}
