package dev.perfloop.weekly;

import dev.perfloop.target.Target;
import dev.perfloop.trend.Forecast;
import dev.perfloop.trend.Forecasting;
import dev.perfloop.trend.Point;
import dev.perfloop.trend.Series;
import dev.perfloop.trend.Threshold.Side;
import dev.perfloop.weekly.WeekReport.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What will run out if things go on as they did. */
final class Outlooks {
    private static final Duration HORIZON = Duration.ofDays(90);

    private final Map<String, Told> series;
    private final Span span;

    /** @param series of the target as a whole, by metric */
    Outlooks(Map<String, Told> series, Span span) {
        this.series = series;
        this.span = span;
    }

    List<Outlook> of(@Nullable Target target) {
        List<Outlook> outlooks = new ArrayList<>();
        var disk = disk();
        disk.ifPresent(outlooks::add);
        growth(disk.isPresent()).ifPresent(outlooks::add);
        reaching("connections_share", "All connections to the database in use", 1)
                .ifPresent(outlooks::add);
        var most = series.get("pool_max_connections");
        if (most != null) {
            most.highest(span.since(), span.until())
                    .ifPresent(limit -> reaching("pool_active_connections", "The pool of connections empty", limit)
                            .ifPresent(outlooks::add));
        }
        if (target != null && target.objectives().overall().p95() instanceof Duration promised) {
            reaching(
                            "request_p95_ms",
                            format("The 95th percentile beyond its objective of %d ms", promised.toMillis()),
                            promised.toMillis())
                    .ifPresent(outlooks::add);
        }
        return outlooks;
    }

    private Optional<Outlook> disk() {
        return reaching("disk_used_share", "The disk of the database full", 1)
                .map(it -> new Outlook(it.what(), inUse() + it.words(), it.likely()));
    }

    /** "61 % of 500 GB are in use. " */
    private String inUse() {
        var share = series.get("disk_used_share");
        var size = series.get("disk_size_bytes");
        return share == null || size == null
                ? ""
                : format(
                        "%.0f %% of %.3g GB are in use. ",
                        100 * share.buckets().getLast().mean(),
                        size.buckets().getLast().mean() / 1e9);
    }

    /** Where nobody tells how large the database's disk is, the answer is when it will hold twice as much. */
    private Optional<Outlook> growth(boolean diskKnown) {
        var size = series.get("database_size_bytes");
        if (size == null || size.mean(span.since(), span.until()).isEmpty()) {
            return Optional.empty();
        }
        double now = size.buckets().getLast().mean();
        String what = diskKnown ? "The size of the database" : "The disk of the database";
        String unknown = diskKnown
                ? ""
                : " When the disk is full cannot be told: Perfloop sees only a disk of the machine that it runs on.";
        return Optional.of(
                switch (new Forecasting(2 * now, Side.ABOVE, HORIZON).of(hours(size), span.until())) {
                    case Forecast.Reached it ->
                        new Outlook(
                                what,
                                format(
                                                "It grows by %.3g MB a day and holds twice as much about %s.",
                                                perDay(it.slope().perDay()), day(it.likely()))
                                        + unknown,
                                it.likely());
                    case Forecast.NotWithinHorizon it ->
                        new Outlook(
                                what,
                                format(
                                                "It grows by %.3g MB a day.",
                                                perDay(it.slope().perDay()))
                                        + unknown,
                                null);
                    case Forecast.NoTrend it -> new Outlook(what, "The database does not surely grow.", null);
                    case Forecast.AlreadyThere it -> new Outlook(what, "The database grew by leaps." + unknown, null);
                    case Forecast.Refused it -> new Outlook(what, "Cannot be told: " + it.why() + ".", null);
                });
    }

    private Optional<Outlook> reaching(String metric, String what, double limit) {
        var told = series.get(metric);
        if (told == null || told.mean(span.since(), span.until()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (new Forecasting(limit, Side.ABOVE, HORIZON).soonest(hours(told), span.until())) {
                    case Forecast.Reached it ->
                        new Outlook(
                                what,
                                "About " + day(it.likely()) + ", between " + day(it.earliest()) + " and "
                                        + day(it.latest()) + ".",
                                it.likely());
                    case Forecast.NotWithinHorizon it ->
                        new Outlook(what, "It grows, but not until " + day(it.horizon()) + ".", null);
                    case Forecast.NoTrend it -> new Outlook(what, "Not in sight: it does not surely grow.", null);
                    case Forecast.AlreadyThere it -> new Outlook(what, "It is so already.", span.until());
                    case Forecast.Refused it -> new Outlook(what, "Cannot be told: " + it.why() + ".", null);
                });
    }

    /** Means of hours, as what is beyond a limit for a moment has not run out. */
    private Series hours(Told told) {
        return Series.of(told.buckets().stream()
                .filter(it -> it.at().isBefore(span.until()))
                .map(it -> new Point(it.at(), it.mean()))
                .toList());
    }

    private static double perDay(double bytes) {
        return bytes / 1e6;
    }

    private String day(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(span.zone()));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
