package dev.perfloop.trend;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Four weeks of past and one to be judged, minute by minute, of a target that does not exist: days and weeks, noise that lasts, wild
 * values, days that are busier than others, gaps, restarts that reset counters and are followed by cold minutes, a clock that is
 * wrong for hours, incidents of the past that nobody labelled, and the regressions that are to be found.
 */
final class SimulatedWeek {
    static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
    static final Instant WEEK = START.plus(Duration.ofDays(28));
    static final Instant END = WEEK.plus(Duration.ofDays(7));
    private static final int MINUTES = 35 * 1440;

    final List<Injection> injections = new ArrayList<>();
    final Map<SimulatedMetric, Series> series = new EnumMap<>(SimulatedMetric.class);
    private final List<Injection> past = new ArrayList<>();
    private final List<Integer> restarts = new ArrayList<>();
    private final RandomGenerator random;
    private final double[] load = new double[MINUTES];
    private final int wrongClockFrom;
    private final int wrongClockMinutes;
    private final int wrongBy;

    SimulatedWeek(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
            restarts.add(random.nextInt(MINUTES));
        }
        wrongClockFrom = random.nextInt(28 * 1440, MINUTES - 300);
        wrongClockMinutes = random.nextInt(60, 240);
        wrongBy = random.nextInt(-40, 41);
        drawLoad();
        for (SimulatedMetric metric : SimulatedMetric.values()) {
            inject(metric);
            series.put(metric, metric == SimulatedMetric.THROUGHPUT ? counted() : Series.of(points(metric)));
        }
    }

    List<Instant> restarts() {
        return restarts.stream().map(SimulatedWeek::at).toList();
    }

    private void inject(SimulatedMetric metric) {
        var kinds = metric.isForecast()
                ? List.of(Injection.Kind.LEAK)
                : List.of(
                        Injection.Kind.STEP,
                        Injection.Kind.RAMP,
                        Injection.Kind.BURST,
                        Injection.Kind.STALLS,
                        Injection.Kind.SHIFT);
        if (random.nextDouble() < 0.6) {
            injections.add(Injection.draw(kinds.get(random.nextInt(kinds.size())), metric, WEEK, random));
        }
        if (!metric.isForecast() && random.nextBoolean()) {
            past.add(Injection.draw(
                    kinds.get(random.nextInt(kinds.size())),
                    metric,
                    START.plus(Duration.ofDays(7L * random.nextInt(4))),
                    random));
        }
    }

    private void drawLoad() {
        double weekend = random.nextDouble(0.4, 0.9);
        double night = random.nextDouble(0.1, 0.4);
        double peak = random.nextDouble(10, 20);
        double unlike = random.nextDouble(0.01, 0.06);
        double today = 1;
        for (int i = 0; i < MINUTES; i++) {
            if (i % 1440 == 0) {
                today = Math.exp(unlike * random.nextGaussian());
            }
            double hour = i % 1440 / 60.0;
            double daily = night + (1 - night) * Math.pow(0.5 + 0.5 * Math.cos((hour - peak) * Math.PI / 12), 1.5);
            var day = at(i).atZone(ZoneOffset.UTC).getDayOfWeek();
            boolean free = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            load[i] = daily * (free ? weekend : 1) * today;
        }
    }

    private List<Point> points(SimulatedMetric metric) {
        double persistence = random.nextDouble(0.5, 0.95);
        double spread = random.nextDouble(0.03, 0.1) * metric.noise;
        double growth = random.nextDouble(0.05, 0.3);
        double lasting = 0;
        List<Point> points = new ArrayList<>();
        var gaps = gaps();
        for (int i = 0; i < MINUTES; i++) {
            lasting = persistence * lasting + Math.sqrt(1 - persistence * persistence) * random.nextGaussian();
            double value = metric.usual(load[i]) * Math.exp(spread * lasting) * disturbance(metric, i);
            if (metric == SimulatedMetric.ERRORS) {
                value = poisson(value);
            } else if (metric == SimulatedMetric.DISK) {
                value = disk(i, growth);
            }
            if (!isMissing(i, gaps)) {
                points.add(new Point(stamped(i), metric.bounded(value)));
            }
        }
        return points;
    }

    private double disturbance(SimulatedMetric metric, int minute) {
        double factor = 1;
        for (var it : List.of(injections, past)) {
            for (var injection : it) {
                factor *= injection.metric() == metric ? injection.factor(at(minute)) : 1;
            }
        }
        double worse = metric.bad == Threshold.Side.ABOVE ? factor : 1 / factor;
        boolean cold = metric != SimulatedMetric.ERRORS
                && metric.bad == Threshold.Side.ABOVE
                && restarts.stream().anyMatch(it -> minute >= it && minute < it + 8);
        boolean wild = random.nextDouble() < metric.wild;
        boolean checkpoint = metric == SimulatedMetric.WAL && minute % 15 < 2;
        return worse
                * (cold ? 2 : 1)
                * (wild ? Math.min(30, 1.5 * Math.pow(1 - random.nextDouble(), -0.7)) : 1)
                * (checkpoint ? 3 : 1);
    }

    /** In steps of tables that are vacuumed, upwards with the days. */
    private double disk(int minute, double growthADay) {
        double usual = 50 + growthADay * minute / 1440 + 0.3 * load[minute] + 0.1 * random.nextGaussian();
        return usual
                + injections.stream()
                        .filter(it -> it.metric() == SimulatedMetric.DISK)
                        .mapToDouble(it -> it.leaked(at(minute), usual))
                        .sum();
    }

    /** Read each minute from a counter that every restart resets. */
    private Series counted() {
        List<StatementReading> readings = new ArrayList<>();
        double calls = 0;
        var points = points(SimulatedMetric.THROUGHPUT);
        int restart = 0;
        var ordered = restarts.stream().sorted().toList();
        for (Point point : points) {
            while (restart < ordered.size() && !point.at().isBefore(at(ordered.get(restart)))) {
                calls = 0;
                restart++;
            }
            calls += 60 * point.value();
            readings.add(StatementReading.of(point.at(), Math.round(calls), calls * 5));
        }
        return StatementUse.callsPerSecond(StatementUse.between(readings));
    }

    private List<int[]> gaps() {
        List<int[]> gaps = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(MINUTES);
            gaps.add(new int[] {from, from + random.nextInt(5, 240)});
        }
        return gaps;
    }

    private boolean isMissing(int minute, List<int[]> gaps) {
        return random.nextDouble() < 0.005
                || restarts.stream().anyMatch(it -> minute >= it - 3 && minute < it)
                || gaps.stream().anyMatch(it -> minute >= it[0] && minute < it[1]);
    }

    private Instant stamped(int minute) {
        boolean wrong = minute >= wrongClockFrom && minute < wrongClockFrom + wrongClockMinutes;
        return at(minute).plus(Duration.ofMinutes(wrong ? wrongBy : 0));
    }

    /** After Knuth, The Art of Computer Programming, volume 2, 3.4.1. */
    private double poisson(double mean) {
        double limit = Math.exp(-Math.min(mean, 500));
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
