package dev.perfloop.weekly;

import dev.perfloop.trend.Band;
import dev.perfloop.trend.Baseline;
import dev.perfloop.trend.BaselineSettings;
import dev.perfloop.trend.ChangePoints;
import dev.perfloop.trend.Explanation;
import dev.perfloop.trend.Happenings;
import dev.perfloop.trend.Point;
import dev.perfloop.trend.Series;
import dev.perfloop.weekly.WeekReport.LevelChange;
import dev.perfloop.weekly.WeekReport.Trend;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How series went, beside the time before and beside what is usual at each hour. */
final class Trends {
    private static final int PARTS = 84;

    /** There is one value of an hour each day, so few have to do; as monitoring's own look for changes of level has it. */
    private static final BaselineSettings OF_HOURS = new BaselineSettings(Duration.ofDays(21), 3, 3, 0.01);

    /** Standard deviations of what is usual; of {@link dev.perfloop.trend.LevelShiftWatch}. */
    private static final double OFF = 2.5;

    private static final double FURTHEST = 20;

    /** Hours; what was off for less was an incident, and is among the alerts. */
    private static final int LASTING = 12;

    private Trends() {}

    static Trend of(MainSeries main, Told told, Span span) {
        Double mean = orNull(told.mean(span.since(), span.until()));
        Double before = orNull(told.mean(span.before().since(), span.since()));
        Double pct = Change.pct(before, mean);
        var baseline = baseline(told, span);
        var values = series(told).between(span.since(), span.until());
        List<@Nullable Band> bands = new ArrayList<>();
        values.points().forEach(it -> bands.add(baseline.at(it.at()).orElse(null)));
        boolean known = bands.stream().anyMatch(Objects::nonNull);
        return new Trend(
                main.metric(),
                main.title(),
                told.unit(),
                mean,
                orNull(told.highest(span.since(), span.until())),
                before,
                pct,
                known ? middle(bands) : null,
                known ? outside(values, bands, true) : null,
                known ? outside(values, bands, false) : null,
                Change.tone(pct, main.moreIsWorse()),
                course(told, span));
    }

    /** Where its level changed within the time and stayed so, hour by hour beside what is usual; none while nothing is usual yet. */
    static List<LevelChange> levelChanges(Told told, Span span, Happenings happenings, Function<String, String> words) {
        var hours = series(told);
        var off = baseline(told, span)
                .deviations(hours.between(span.since(), span.until()))
                .map(it -> Math.clamp(it.value(), -FURTHEST, FURTHEST));
        List<LevelChange> changes = new ArrayList<>();
        for (var point : ChangePoints.of(off)) {
            boolean lasts = point.before().count() >= LASTING && point.after().count() >= LASTING;
            if (lasts && Math.abs(point.after().mean() - point.before().mean()) >= OFF) {
                Instant at = off.at(point.index());
                Instant until =
                        off.at(point.index() + point.after().count() - 1).plusMillis(1);
                changes.add(new LevelChange(
                        told.subject().isEmpty() ? told.metric() : told.metric() + " of " + told.title(),
                        told.unit(),
                        at,
                        told.mean(off.at(point.index() - point.before().count()), at)
                                .orElse(Double.NaN),
                        told.mean(at, until).orElse(Double.NaN),
                        point.pValue(),
                        suspects(happenings.explain(off, point)).stream()
                                .map(words)
                                .toList()));
            }
        }
        return changes;
    }

    static Series series(Told told) {
        return Series.of(
                told.buckets().stream().map(it -> new Point(it.at(), it.mean())).toList());
    }

    private static List<String> suspects(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Unexplained none -> List.of();
            case Explanation.Explained one -> List.of(one.by().happening().id());
            case Explanation.Ambiguous several ->
                several.suspects().stream().map(it -> it.happening().id()).toList();
        };
    }

    private static Baseline baseline(Told told, Span span) {
        ZoneId zone = span.zone();
        return Baseline.of(series(told).only(it -> it.at().isBefore(span.since())), zone, OF_HOURS);
    }

    private static Double middle(List<@Nullable Band> bands) {
        return bands.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Band::mid)
                .average()
                .orElse(Double.NaN);
    }

    private static int outside(Series values, List<@Nullable Band> bands, boolean above) {
        int outside = 0;
        for (int i = 0; i < values.size(); i++) {
            Band band = bands.get(i);
            if (band != null && (above ? values.value(i) > band.high() : values.value(i) < band.low())) {
                outside++;
            }
        }
        return outside;
    }

    private static List<@Nullable Double> course(Told told, Span span) {
        long part = span.length().toMillis() / PARTS;
        List<@Nullable Double> course = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            course.add(orNull(
                    told.mean(span.since().plusMillis(i * part), span.since().plusMillis((i + 1) * part))));
        }
        return course;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
