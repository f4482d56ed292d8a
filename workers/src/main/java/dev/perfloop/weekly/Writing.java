package dev.perfloop.weekly;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.trend.Happening;
import dev.perfloop.trend.Happenings;
import dev.perfloop.weekly.SpanRepository.Rolled;
import dev.perfloop.weekly.WeekReport.LevelChange;
import dev.perfloop.weekly.WeekReport.RunLine;
import dev.perfloop.weekly.WeekReport.Trend;
import dev.perfloop.weekly.lasting.Lasting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts a report together from what the other rooms left. */
@Service
class Writing {
    /** What is usual is told by this much past, as for the assessments. */
    private static final Duration PAST = Duration.ofDays(35);

    /** A shorter time is told by minutes, and so is a target that is watched for no longer: of hours there would be too few. */
    private static final Duration SHORT = Duration.ofDays(2);

    private static final Duration NEAR = Duration.ofHours(6);
    private static final int MOST_LEVEL_CHANGES = 20;

    private final SpanRepository rows;
    private final TargetReportRepository reports;
    private final TargetReader reader;
    private final Lasting lasting;
    private final InstantSource clock;

    Writing(
            SpanRepository rows,
            TargetReportRepository reports,
            TargetReader reader,
            Lasting lasting,
            InstantSource clock) {
        this.rows = rows;
        this.reports = reports;
        this.reader = reader;
        this.lasting = lasting;
        this.clock = clock;
    }

    WeekReport write(String name, Span span) {
        List<String> notKnown = new ArrayList<>();
        Target target = target(name, notKnown);
        boolean young = rows.watchedSince(name)
                .filter(first -> first.isAfter(span.until().minus(SHORT)))
                .isPresent();
        var rolled = young || span.length().compareTo(SHORT) <= 0 ? Rolled.MINUTE : Rolled.HOUR;
        Instant before = span.before().since();
        Instant past = span.since().minus(rolled == Rolled.MINUTE ? Duration.ofDays(7) : PAST);
        var metrics = Stream.concat(MainSeries.metrics().stream(), Stream.of("pool_max_connections", "disk_size_bytes"))
                .toList();
        var series = rows.series(name, metrics, rolled, past.isBefore(before) ? past : before, span.until());
        var whole = series.stream()
                .filter(told -> told.subject().isEmpty())
                .collect(Collectors.toMap(Told::metric, told -> told));
        var runs = rows.runs(name, span.since(), span.until());
        var trends = trends(whole, span);
        if (trends.isEmpty()) {
            notKnown.add("Nothing was collected in this time. Switch monitoring on: ./perfloop monitor start --target "
                    + name);
        } else if (trends.stream().allMatch(trend -> trend.usual() == null)) {
            notKnown.add(
                    "What is usual at an hour is not known yet: it takes three days of readings before the time of the report.");
        }
        var statements = rows.statements(name, rolled, before, span.since(), span.until());
        if (statements.isEmpty()) {
            notKnown.add("No statement was followed: pg_stat_statements has to be there, and its use granted.");
        }
        return new WeekReport(
                name,
                span.since(),
                span.until(),
                span.zone().getId(),
                before,
                clock.instant(),
                heard(whole, span, rolled),
                trends,
                levelChanges(name, series, runs, span),
                statements,
                rows.alerts(name, span.since(), span.until()),
                rows.verdicts(name, span.since(), span.until()),
                runs,
                lasting.of(name, target, span, new Routed(series, span)::of),
                new Outlooks(whole, span).of(target),
                rows.gaps(name, span.since(), span.until()),
                notKnown);
    }

    private @Nullable Target target(String name, List<String> notKnown) {
        try {
            return reports.definition(name).map(reader::read).orElse(null);
        } catch (TargetRefused unreadable) {
            notKnown.add("The target's file cannot be read (" + unreadable.getMessage()
                    + "): its objectives and indexes were not looked at.");
            return null;
        }
    }

    private static List<Trend> trends(Map<String, Told> whole, Span span) {
        List<Trend> trends = new ArrayList<>();
        for (var main : MainSeries.values()) {
            var told = whole.get(main.metric());
            if (told != null) {
                var trend = Trends.of(main, told, span);
                if (trend.mean() != null || trend.before() != null) {
                    trends.add(trend);
                }
            }
        }
        return trends;
    }

    private List<LevelChange> levelChanges(String name, List<Told> series, List<RunLine> runs, Span span) {
        Map<String, String> words = new HashMap<>();
        List<Happening> all = new ArrayList<>();
        rows.applied(name, span.since(), span.until()).forEach((statement, at) -> {
            words.put(statement, "applied: " + statement);
            all.add(new Happening(at, Happening.Kind.APPLIED_CHANGE, statement));
        });
        for (var run : runs) {
            words.put(run.id(), "run " + run.id() + " began");
            all.add(new Happening(run.requestedAt(), Happening.Kind.RUN, run.id()));
        }
        var happenings = new Happenings(all, span.length(), NEAR);
        return series.stream()
                .flatMap(told -> Trends.levelChanges(told, span, happenings, id -> words.getOrDefault(id, id)).stream())
                .sorted(Comparator.comparingDouble(LevelChange::pValue).thenComparing(LevelChange::at))
                .limit(MOST_LEVEL_CHANGES)
                .toList();
    }

    /** The share of the time's hours (of a short time: minutes) in which any of the main series has a value. */
    private static double heard(Map<String, Told> whole, Span span, Rolled rolled) {
        Duration part = rolled == Rolled.MINUTE ? Duration.ofMinutes(1) : Duration.ofHours(1);
        long heard = whole.values().stream()
                .flatMap(told -> told.buckets().stream())
                .map(Bucket::at)
                .filter(at -> !at.isBefore(span.since()) && at.isBefore(span.until()))
                .distinct()
                .count();
        return Math.min(1, heard / Math.max(1.0, (double) span.length().dividedBy(part)));
    }
}
