package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What an appended value costs a series of 10,000, and what the other looks at a series cost.
 *
 * <p>Arguments: values there are (default 10000), values appended (default 2000).
 */
public final class TrendBenchmark {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private TrendBenchmark() {}

    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int more = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        System.out.println("| what | median | p95 | p99 | longest |\n|---|---|---|---|---|");
        for (double noise : new double[] {0.02, 0.2}) {
            double[] values = values(size + more, noise);
            appended(Arrays.copyOf(values, size + more), size, Math.min(200, more));
            print(
                    "one value appended to %d, %d change points, noise of %.0f %%"
                            .formatted(
                                    size,
                                    ChangePoints.of(values, ChangePointSettings.DEFAULT)
                                            .size(),
                                    100 * noise),
                    appended(values, size, more));
            print(
                    "%d values at once".formatted(size),
                    timed(
                            20,
                            () -> ChangePoints.of(Arrays.copyOf(values, size), ChangePointSettings.DEFAULT)
                                    .size()));
        }
        var month = month();
        print(
                "baseline of 4 weeks in medians of 5 min",
                timed(50, () -> Baseline.of(month, UTC).at(Instant.EPOCH).isPresent() ? 1 : 0));
        var alarms = Alarms.from(month, UTC, Threshold.Side.ABOVE);
        var day = month.between(month.at(0), month.at(0).plus(Duration.ofDays(1)));
        print("a day's alarms", timed(50, () -> alarms.over(day, List.of()).size()));
        var forecasting = new Forecasting(1e9, Threshold.Side.ABOVE, Duration.ofDays(30));
        print(
                "a forecast from 4 weeks",
                timed(
                        50,
                        () -> forecasting.of(month, month.at(month.size() - 1)).hashCode()));
    }

    private interface Work {
        int done();
    }

    private static long[] timed(int times, Work work) {
        long[] nanos = new long[times];
        int kept = 0;
        for (int i = -times; i < times; i++) {
            long begun = System.nanoTime();
            kept += work.done();
            nanos[Math.max(i, 0)] = System.nanoTime() - begun;
        }
        if (kept == Integer.MIN_VALUE) {
            System.out.println("so that the work is not left out");
        }
        return nanos;
    }

    private static long[] appended(double[] values, int size, int more) {
        var growing = new ChangePoints(ChangePointSettings.DEFAULT).append(Arrays.copyOf(values, size));
        growing.found();
        long[] nanos = new long[more];
        for (int i = 0; i < more; i++) {
            long begun = System.nanoTime();
            growing.append(values[size + i]).found();
            nanos[i] = System.nanoTime() - begun;
        }
        return nanos;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms |%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    /** A level that changes every 100 to 500 values. */
    private static double[] values(int count, double noise) {
        var random = new SplittableRandom(1);
        double[] values = new double[count];
        double level = 100;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (left-- == 0) {
                level = random.nextDouble(80, 160);
                left = random.nextInt(100, 500);
            }
            values[i] = level * (1 + noise * random.nextGaussian());
        }
        return values;
    }

    private static Series month() {
        var random = new SplittableRandom(2);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 28 * 288; i++) {
            points.add(new Point(
                    SimulatedWeek.START.plus(Duration.ofMinutes(5L * i)),
                    100 + 50 * Math.sin(i * Math.PI / 144) + 5 * random.nextGaussian()));
        }
        return Series.of(points);
    }
}
