package dev.perfloop.change.watch;

/**
 * One request of a look and how it was answered.
 *
 * @param ms until the whole answer was there
 */
record Pulse(String request, double ms, How how) {
    enum How {
        WELL,
        /** With another status than expected, or not in time. */
        BADLY,
        /** Nobody listens there. */
        NOT_REACHED
    }
}
