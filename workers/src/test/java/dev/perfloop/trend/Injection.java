package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A regression that was put into a simulated metric.
 *
 * @param size the factor by which the metric is worse at its height
 */
record Injection(Kind kind, SimulatedMetric metric, Instant from, Instant to, double size) {
    enum Kind {
        /** Worse from one minute to the next, until it is mended half a day to two and a half days later. */
        STEP,
        /** Worse over hours, and then for long. */
        RAMP,
        /** Much worse for half an hour to two hours. */
        BURST,
        /** Much worse for twenty minutes of every hour, as a job that runs too often makes it. */
        STALLS,
        /** A little worse, for days: 15 to 30 %. */
        SHIFT,
        /** A disk that begins to fill. */
        LEAK
    }

    static Injection draw(Kind kind, SimulatedMetric metric, Instant week, RandomGenerator random) {
        Duration lasts = switch (kind) {
            case STEP -> Duration.ofMinutes(random.nextInt(16 * 60, 60 * 60));
            case SHIFT -> Duration.ofMinutes(random.nextInt(40 * 60, 90 * 60));
            case RAMP -> Duration.ofMinutes(random.nextInt(30 * 60, 70 * 60));
            case BURST -> Duration.ofMinutes(random.nextInt(30, 120));
            case STALLS -> Duration.ofMinutes(random.nextInt(10 * 60, 30 * 60));
            case LEAK -> Duration.ofMinutes(random.nextInt(36 * 60, 90 * 60));
        };
        long latest = Duration.ofDays(7).minus(lasts).toMinutes();
        Instant from = week.plus(Duration.ofMinutes(random.nextLong(60, Math.max(61, latest))));
        double size = metric == SimulatedMetric.ERRORS
                ? random.nextDouble(8, 40)
                : switch (kind) {
                    case STEP -> random.nextDouble(1.25, 2.5);
                    case SHIFT -> random.nextDouble(1.15, 1.3);
                    case RAMP -> random.nextDouble(1.3, 3);
                    case BURST, STALLS -> random.nextDouble(2, 5);
                    case LEAK -> 1;
                };
        return new Injection(kind, metric, from, from.plus(lasts), size);
    }

    /** 1 where it does nothing. */
    double factor(Instant at) {
        if (at.isBefore(from) || !at.isBefore(to)) {
            return 1;
        }
        double minutes = Duration.between(from, at).toMinutes();
        return switch (kind) {
            case STEP, BURST, SHIFT -> size;
            case RAMP -> 1 + (size - 1) * Math.min(1, minutes / (12 * 60));
            case STALLS -> minutes % 60 < 20 ? size : 1;
            case LEAK -> 1;
        };
    }

    /** A disk full at the end of the leak, whatever it was before; mended then. */
    double leaked(Instant at, double before) {
        if (kind != Kind.LEAK || at.isBefore(from) || !at.isBefore(to)) {
            return 0;
        }
        double share = Duration.between(from, at).toMinutes()
                / (double) Duration.between(from, to).toMinutes();
        return share * (97 - before);
    }

    /** An hour after its end it may still be told. */
    boolean isTold(Instant raised) {
        return !raised.isBefore(from) && !raised.isAfter(to.plus(Duration.ofHours(1)));
    }
}
