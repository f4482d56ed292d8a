package dev.perfloop.contract.threshold;

import java.time.Instant;

/**
 * How a series stands against its threshold.
 *
 * @param severity the worst since it came to be beyond; of a calm one it means nothing
 * @param since    when it came to stand so
 */
public record Watch(Phase phase, Severity severity, Instant since) {

    /** Where it stands. */
    public enum Phase {
        CALM,
        /** Beyond, not for long enough. */
        PENDING,
        FIRING,
        /** Back inside, not for long enough. */
        CLEARING
    }

    public static final Watch CALM = new Watch(Phase.CALM, Severity.WARNING, Instant.EPOCH);

    public boolean isAlarming() {
        return phase == Phase.FIRING || phase == Phase.CLEARING;
    }

    /** What the next value makes of it. */
    public Watch next(Threshold threshold, double value, Instant now) {
        return switch (phase) {
            case CALM, PENDING -> rising(threshold, value, now);
            case FIRING, CLEARING -> falling(threshold, value, now);
        };
    }

    private Watch rising(Threshold threshold, double value, Instant now) {
        var beyond = threshold.severityOf(value);
        if (beyond.isEmpty()) {
            return CALM;
        }
        var begun = phase == Phase.PENDING ? since : now;
        return begun.plus(threshold.lasting()).isAfter(now)
                ? new Watch(Phase.PENDING, beyond.get(), begun)
                : new Watch(Phase.FIRING, beyond.get(), now);
    }

    private Watch falling(Threshold threshold, double value, Instant now) {
        if (!threshold.isClear(value)) {
            var worst = threshold.severityOf(value).map(severity::worse).orElse(severity);
            return new Watch(Phase.FIRING, worst, phase == Phase.FIRING ? since : now);
        }
        var begun = phase == Phase.CLEARING ? since : now;
        return begun.plus(threshold.lasting()).isAfter(now) ? new Watch(Phase.CLEARING, severity, begun) : CALM;
    }
}
