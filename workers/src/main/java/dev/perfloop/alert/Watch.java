package dev.perfloop.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * How a series stands against its threshold.
 *
 * @param severity the worst since it came to be beyond; of a calm one it means nothing
 * @param since    when it came to stand so
 */
record Watch(Phase phase, Severity severity, Instant since) {

    enum Phase {
        CALM,
        /** Beyond, not for long enough. */
        PENDING,
        FIRING,
        /** Back inside, not for long enough. */
        CLEARING
    }

    static final Watch CALM = new Watch(Phase.CALM, Severity.WARNING, Instant.EPOCH);

    boolean isAlarming() {
        return phase == Phase.FIRING || phase == Phase.CLEARING;
    }

    /** From when on it has lasted as long as the threshold wants, once it fires. */
    Instant due(Threshold threshold, Instant now) {
        var begun = phase == Phase.PENDING ? since : now;
        var due = begun.plus(threshold.lasting());
        return due.isBefore(now) ? due : now;
    }

    /**
     * @param early what may lack of the time it has to last: looks come at uneven times, and one that comes a moment too early must not put an
     *              alert off by a whole cycle
     */
    Watch next(Threshold threshold, double value, Instant now, Duration early) {
        return switch (phase) {
            case CALM, PENDING -> rising(threshold, value, now.plus(early), now);
            case FIRING, CLEARING -> falling(threshold, value, now.plus(early), now);
        };
    }

    private Watch rising(Threshold threshold, double value, Instant atMost, Instant now) {
        var beyond = threshold.severityOf(value);
        if (beyond.isEmpty()) {
            return CALM;
        }
        var begun = phase == Phase.PENDING ? since : now;
        return !lasted(begun, threshold, atMost, now)
                ? new Watch(Phase.PENDING, beyond.get(), begun)
                : new Watch(Phase.FIRING, beyond.get(), now);
    }

    private Watch falling(Threshold threshold, double value, Instant atMost, Instant now) {
        if (!threshold.isClear(value)) {
            var worst = threshold.severityOf(value).map(severity::worse).orElse(severity);
            return new Watch(Phase.FIRING, worst, phase == Phase.FIRING ? since : now);
        }
        var begun = phase == Phase.CLEARING ? since : now;
        return lasted(begun, threshold, atMost, now) ? CALM : new Watch(Phase.CLEARING, severity, begun);
    }

    /** A single look is no time. */
    private static boolean lasted(Instant begun, Threshold threshold, Instant atMost, Instant now) {
        return threshold.lasting().isZero()
                || begun.isBefore(now) && !begun.plus(threshold.lasting()).isAfter(atMost);
    }
}
