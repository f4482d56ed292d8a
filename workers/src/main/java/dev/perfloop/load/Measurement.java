package dev.perfloop.load;

import dev.perfloop.load.LoadResult.StressStep;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.load.gatling.RecordedSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The whole seconds between warm-up and last arrival, and their steady part. Pure.
 *
 * @param steadyFrom first steady second
 * @param steadyTo end of the last whole second in which requests still arrived
 * @param brokeOff whether a test of a constant rate was ended because the service failed under it
 */
record Measurement(Instant steadyFrom, Instant steadyTo, boolean brokeOff, LoadResult result) {
    /** Above this share of errors a stress step counts as broken. */
    private static final double BROKEN_ERRORS = 0.05;
    /** Below this share of the arrivals answered in time, too. */
    private static final double BROKEN_THROUGHPUT = 0.9;

    /** @param fewestSeconds how much of a test that broke off is measured at least, be it warm-up */
    static Measurement of(LoadShape shape, List<RecordedSecond> recorded, LaunchResult launch, int fewestSeconds) {
        boolean broke = launch.brokeOff() && shape.profile().isConstant();
        Instant begin = begin(launch);
        Instant to = Instant.ofEpochSecond(Math.max(begin.getEpochSecond(), launch.measuredTo() / 1000));
        Instant from = broke ? earlier(begin, to.minusSeconds(fewestSeconds)) : begin;
        var measured = new TreeMap<Instant, List<RecordedSecond>>();
        for (RecordedSecond second : recorded) {
            if (!second.second().isBefore(from) && second.second().isBefore(to)) {
                measured.computeIfAbsent(second.second(), s -> new ArrayList<>())
                        .add(second);
            }
        }
        boolean settles = shape.profile().isConstant() && !broke;
        Instant steadyFrom = settles ? from.plusSeconds(warmUp(measured)) : from;
        List<RecordedSecond> steady = flat(measured.tailMap(steadyFrom).values());
        int seconds = Math.toIntExact(Duration.between(steadyFrom, to).toSeconds());
        Map<String, List<RecordedSecond>> byRequest = steady.stream()
                .collect(Collectors.groupingBy(RecordedSecond::request, LinkedHashMap::new, Collectors.toList()));
        var requests = new LinkedHashMap<String, Figures>();
        byRequest.forEach((request, own) -> requests.put(request, figures(own, seconds)));
        LaunchSpec.Stress stress = shape.stress();
        List<StressStep> steps = stress == null ? null : steps(stress, from, to, measured);
        return new Measurement(
                steadyFrom,
                to,
                broke,
                new LoadResult(
                        figures(steady, seconds),
                        requests,
                        launch.generatorCpu(),
                        launch.offeredRate(),
                        launch.effectiveRate(),
                        launch.lateP99Ms(),
                        seconds,
                        steps,
                        breakingRate(steps)));
    }

    /** Seconds cut away after the planned warm-up. */
    int cut(LaunchResult launch) {
        return Math.toIntExact(
                Math.max(0, Duration.between(begin(launch), steadyFrom).toSeconds()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant begin(LaunchResult launch) {
        return Instant.ofEpochSecond(Math.ceilDiv(launch.measuredFrom(), 1000L));
    }

    /** Seconds of warm-up that the fixed one left over, judged by the mean latency of all requests. */
    private static int warmUp(TreeMap<Instant, List<RecordedSecond>> measured) {
        return SteadyState.firstSteady(measured.values().stream()
                .mapToDouble(second -> {
                    Histogram all = merged(second);
                    return all.getTotalCount() == 0 ? 0 : all.getMean();
                })
                .toArray());
    }

    private static List<StressStep> steps(
            LaunchSpec.Stress stress, Instant from, Instant to, TreeMap<Instant, List<RecordedSecond>> measured) {
        var steps = new ArrayList<StressStep>();
        int count =
                Math.max(1, (int) Math.round((double) Duration.between(from, to).toSeconds() / stress.stepSeconds()));
        for (int i = 0; i < count; i++) {
            Instant start = from.plusSeconds((long) i * stress.stepSeconds());
            double rate = count == 1
                    ? stress.toRate()
                    : stress.fromRate() + (stress.toRate() - stress.fromRate()) * i / (count - 1);
            Collection<List<RecordedSecond>> seconds = measured.subMap(start, start.plusSeconds(stress.stepSeconds()))
                    .values();
            steps.add(new StressStep(rate, figures(flat(seconds), seconds.size())));
        }
        return steps;
    }

    private static @Nullable Double breakingRate(@Nullable List<StressStep> steps) {
        if (steps == null) {
            return null;
        }
        for (StressStep step : steps) {
            Figures figures = step.figures();
            if (figures.errorRate() > BROKEN_ERRORS || figures.throughput() < BROKEN_THROUGHPUT * step.rate()) {
                return step.rate();
            }
        }
        return null;
    }

    private static List<RecordedSecond> flat(Collection<List<RecordedSecond>> seconds) {
        return seconds.stream().flatMap(List::stream).toList();
    }

    private static Figures figures(List<RecordedSecond> seconds, int over) {
        return Figures.of(
                merged(seconds),
                seconds.stream().mapToLong(RecordedSecond::errors).sum(),
                over);
    }

    private static Histogram merged(List<RecordedSecond> seconds) {
        var all = new Histogram(3);
        seconds.forEach(second -> all.add(second.latencies()));
        return all;
    }
}
