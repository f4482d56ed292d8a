package dev.perfloop.mail;

import java.time.Duration;

/** Between attempts: each twice as long as the one before, up to an hour. */
public final class Pauses {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    private Pauses() {}

    /** @param attempts how many there were */
    public static Duration after(int attempts, Duration first) {
        var pause = first.multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
