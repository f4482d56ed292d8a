package dev.perfloop.trend;

import dev.perfloop.trend.Forecast.AlreadyThere;
import dev.perfloop.trend.Forecast.NoTrend;
import dev.perfloop.trend.Forecast.NotWithinHorizon;
import dev.perfloop.trend.Forecast.Reached;
import dev.perfloop.trend.Forecast.Refused;
import dev.perfloop.trend.Threshold.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when a disk, a pool or the connections run out. It looks at medians of hours, or of days once there is a week of them, so that
 * neither a spike nor the time of day is taken for growth.
 *
 * @param limit   in the metric's unit
 * @param side    on which side of the limit the metric is when it has run out
 * @param horizon nothing is said of a time further ahead, nor further ahead than {@value #REACH} times what was seen
 */
public record Forecasting(double limit, Side side, Duration horizon) {
    private static final int REACH = 4;
    private static final int FEWEST = 8;
    private static final int MOST = 400;
    private static final double MOST_MISSING = 0.3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    public Forecasting {
        if (!Double.isFinite(limit) || !horizon.isPositive()) {
            throw new IllegalArgumentException("A forecast needs a limit that is a number, and a horizon ahead");
        }
    }

    /** Of what was seen until {@code now}. */
    public Forecast of(Series history, Instant now) {
        Duration stretch = history.span().compareTo(DAY.multipliedBy(FEWEST)) < 0 ? HOUR : DAY;
        var all = history.only(it -> !it.at().isAfter(now)).medians(stretch).later(stretch.dividedBy(2));
        var recent = Jumps.sinceLast(last(all));
        return refusal(recent, all, stretch, now).<Forecast>map(Refused::new).orElseGet(() -> ahead(recent, now));
    }

    /**
     * What began lately hardly moves the slope of weeks: so the last day is looked at by itself as well, and the answer is whichever
     * limit is reached sooner. Where neither reaches it, the whole history answers.
     */
    public Forecast soonest(Series history, Instant now) {
        var whole = of(history, now);
        var lately = of(history.only(it -> it.at().isAfter(now.minus(DAY))), now);
        return switch (lately) {
            case Reached sooner
            when !(whole instanceof Reached other) || sooner.likely().isBefore(other.likely()) ->
                whole instanceof AlreadyThere ? whole : sooner;
            case AlreadyThere there -> there;
            default -> whole;
        };
    }

    private Optional<String> refusal(Series recent, Series all, Duration stretch, Instant now) {
        String unit = stretch.equals(HOUR) ? "hours" : "days";
        if (recent.size() < FEWEST) {
            return Optional.of(
                    recent.size() < all.size()
                            ? "The metric jumped at %s, and there are %d %s since: a forecast needs %d"
                                    .formatted(recent.at(0), recent.size(), unit, FEWEST)
                            : "There are %d %s of data: a forecast needs %d".formatted(all.size(), unit, FEWEST));
        }
        long expected = recent.span().dividedBy(stretch) + 1;
        if (expected - recent.size() > MOST_MISSING * expected) {
            return Optional.of("%d of %d %s are missing: collect without gaps, or wait until fewer are"
                    .formatted(expected - recent.size(), expected, unit));
        }
        Instant end = recent.at(recent.size() - 1).plus(stretch.dividedBy(2));
        return Duration.between(end, now).compareTo(recent.span().dividedBy(4)) > 0
                ? Optional.of("Nothing was collected since %s: see to the collecting first".formatted(end))
                : Optional.empty();
    }

    private static Series last(Series all) {
        return all.size() <= MOST ? all : all.only(it -> !it.at().isBefore(all.at(all.size() - MOST)));
    }

    private Forecast ahead(Series recent, Instant now) {
        var slope = Slope.of(recent);
        double level = slope.at(now, slope.perDay());
        if (side == Side.ABOVE ? level >= limit : level <= limit) {
            return new AlreadyThere(level);
        }
        double slowest = side == Side.ABOVE ? slope.lowPerDay() : slope.highPerDay();
        double fastest = side == Side.ABOVE ? slope.highPerDay() : slope.lowPerDay();
        if (side == Side.ABOVE ? slowest <= 0 : slowest >= 0) {
            return new NoTrend(slope);
        }
        Instant until = now.plus(shorter(horizon, recent.span().multipliedBy(REACH)));
        Instant earliest = later(now, slope.reaches(limit, fastest));
        Instant likely = slope.reaches(limit, slope.perDay());
        return likely.isAfter(until)
                ? new NotWithinHorizon(until, earliest.isAfter(until) ? null : earliest, slope)
                : new Reached(earliest, likely, slope.reaches(limit, slowest), slope);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
