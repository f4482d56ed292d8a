package dev.perfloop.validation;

/**
 * After which rounds a comparison is judged. Each look is one more chance of a false alarm: after {@value #EACH} rounds the next
 * comes when there are half as many again at least, at powers of two.
 *
 * @param most rounds
 */
record Looks(int most) {
    static final int EACH = 20;

    boolean isDueAfter(int round) {
        return round <= EACH || round >= most || Integer.bitCount(round) == 1;
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
