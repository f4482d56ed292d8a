package dev.perfloop.validation;

/**
 * After which rounds a comparison is judged. Each look is one more chance of a false alarm: where more than {@value #EACH} rounds are
 * allowed, only those at powers of two are judged, and the last.
 *
 * @param most rounds
 */
record Looks(int most) {
    static final int EACH = 20;

    boolean isDueAfter(int round) {
        return most <= EACH || round >= most || Integer.bitCount(round) == 1;
    }

    /** The round to be judged after this one. */
    int next(int round) {
        int next = round + 1;
        while (!isDueAfter(next)) {
            next++;
        }
        return next;
    }
}
