package dev.perfloop.web.monitoring;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Starts;
import dev.perfloop.web.usual.UsualWeek;
import dev.perfloop.web.usual.UsualWeeks;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MonitoredSeriesController {
    private static final Duration USUAL = Duration.ofHours(3);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final MonitoredSeriesRepository series;
    private final UsualWeeks usual;
    private final MarkRepository marks;
    private final Starts starts;
    private final InstantSource clock;

    MonitoredSeriesController(
            MonitoredSeriesRepository series,
            UsualWeeks usual,
            MarkRepository marks,
            Starts starts,
            InstantSource clock) {
        this.series = series;
        this.usual = usual;
        this.marks = marks;
        this.starts = starts;
        this.clock = clock;
    }

    /** Every series that monitoring has of the target, with its newest value. */
    @GetMapping("/api/targets/{target}/series")
    List<MonitoredSeriesView> all(@PathVariable String target) {
        starts.requireTarget(target);
        return series.of(target);
    }

    /**
     * A series between two times, in the finest buckets that are kept and that the number of points allows.
     *
     * @param from three hours ago unless told
     * @param until now unless told
     * @param points at most
     */
    @GetMapping("/api/series/{id}")
    SeriesValuesView values(
            @PathVariable int id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "360") @Min(2) @Max(2000) int points) {
        var found = series.find(id)
                .orElseThrow(() -> Refused.notFound(
                        "There is no series " + id + ".", "GET /api/targets/{target}/series lists those of a target."));
        var time = Time.of(from, until, clock.instant());
        var buckets = Buckets.of(time.from(), time.until(), points, series.store(id));
        return new SeriesValuesView(
                found,
                buckets.resolution(),
                buckets.step().toSeconds(),
                series.values(id, buckets, usualBeside(id, buckets.step())));
    }

    /** A day of buckets and more is beside no single hour of the week. */
    private UsualWeek usualBeside(int id, Duration step) {
        return step.compareTo(A_DAY) < 0 ? usual.of(id) : new UsualWeek(Map.of());
    }

    /** Runs, applied changes, alerts and changed levels of the time. */
    @GetMapping("/api/targets/{target}/monitoring/marks")
    List<MarkView> marks(
            @PathVariable String target,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        starts.requireTarget(target);
        var time = Time.of(from, until, clock.instant());
        return marks.of(target, time.from(), time.until());
    }

    private record Time(Instant from, Instant until) {

        static Time of(@Nullable Instant from, @Nullable Instant until, Instant now) {
            Instant end = until == null ? now : until;
            Instant begin = from == null ? end.minus(USUAL) : from;
            if (!begin.isBefore(end)) {
                throw Refused.malformed(
                        "The time from " + begin + " until " + end + " holds nothing.", "Give a from before until.");
            }
            return new Time(begin, end);
        }
    }
}
