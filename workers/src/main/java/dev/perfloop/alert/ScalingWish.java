package dev.perfloop.alert;

import dev.perfloop.alert.ResponseRepository.Breached;
import dev.perfloop.alert.ResponseRepository.Unanswered;
import dev.perfloop.trend.Forecast;
import dev.perfloop.trend.Forecasting;
import dev.perfloop.trend.Series;
import dev.perfloop.trend.Threshold.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which resource an alert lacks, and when that runs out. */
@Component
class ScalingWish {
    private static final Duration LOOKED_BACK = Duration.ofDays(35);
    private static final Duration HORIZON = Duration.ofDays(90);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ResponseRepository rows;

    ScalingWish(ResponseRepository rows) {
        this.rows = rows;
    }

    record Wish(Resource resource, String words) {}

    /** Empty where more of nothing would help. */
    Optional<Wish> of(Unanswered alert, Instant now) {
        List<Breached> breached = rows.breached(alert.id());
        return breached.stream()
                .flatMap(it -> Resource.of(alert.family(), it.metric()).stream())
                .findFirst()
                .map(resource -> new Wish(
                        resource,
                        "Target " + alert.target() + " wants more " + resource.inWords() + ". " + alert.words() + " "
                                + forecast(breached, now)));
    }

    /** Only of a share it is known where it ends: at the whole. */
    private String forecast(List<Breached> breached, Instant now) {
        return breached.stream()
                .filter(it -> it.unit().equals("share"))
                .findFirst()
                .map(it -> words(new Forecasting(1, Side.ABOVE, HORIZON)
                        .soonest(Series.of(rows.hours(it.series(), now.minus(LOOKED_BACK))), now)))
                .orElse("When it runs out cannot be foretold: it has no known end.");
    }

    private static String words(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Reached reached ->
                "It runs out about " + DAY.format(reached.likely()) + " if it goes on so (not before "
                        + DAY.format(reached.earliest()) + ").";
            case Forecast.NotWithinHorizon later -> "It does not run out before " + DAY.format(later.horizon()) + ".";
            case Forecast.NoTrend none -> "It does not surely grow.";
            case Forecast.AlreadyThere there -> "It has run out.";
            case Forecast.Refused refused -> "When it runs out cannot be foretold yet: " + refused.why() + ".";
        };
    }
}
