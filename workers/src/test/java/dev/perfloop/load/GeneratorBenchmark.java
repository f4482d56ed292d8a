package dev.perfloop.load;

import dev.perfloop.load.gatling.Drive;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the load generator sustains beside what {@code wrk} drives against the same endpoint on the same processors, by turns;
 * and whether the latencies it keeps are those that an independent recorder sees.
 *
 * <p>Arguments: rounds (default 3), seconds measured (default 10), microseconds of processor time an answer takes the endpoint
 * (default 0), and the address of a page of a server that runs already, for throughput against that one alone. The highest rate that a
 * test was valid at counts.
 */
public final class GeneratorBenchmark {
    private static final double GOAL_SHARE = 0.6;
    private static final double GOAL_LATENCY = 0.05;
    private static final int WARMUP = 40;
    private static final double FIRST_GUESS = 0.25;
    private static final double COARSE = 1.4;
    private static final double FINE = 1.12;
    private static final double PROBES = 250;
    private static final double BESIDE = 1000;
    /** The prober alone is off by 1.7 % at p95 (one standard error) after so long, and by 3.4 % after a quarter of it. */
    private static final int LATENCY_SECONDS = 120;

    private GeneratorBenchmark() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        String work = args.length > 2 ? args[2] : "0";
        if (!Wrk.isInstalled()) {
            System.err.println("wrk is not on the path: install it (Debian: apt-get install wrk) and start again.");
            System.exit(1);
        }
        if (args.length > 3 && !"none".equals(args[3])) {
            var page = URI.create(args[3]);
            throughput(rounds, seconds, page.resolve("/").toString().replaceAll("/$", ""), page.getPath());
            System.exit(0);
        }
        if (rounds > 0) {
            Process endpoint = endpoint(work);
            throughput(rounds, seconds, "http://127.0.0.1:" + port(endpoint), "/");
            endpoint.destroy();
        }
        Process endpoint = endpoint("0");
        latencies(port(endpoint));
        endpoint.destroy();
        System.exit(0);
    }

    private static void throughput(int rounds, int seconds, String server, String page)
            throws IOException, InterruptedException {
        Wrk.drive(server + page, seconds);
        List<Double> shares = new ArrayList<>();
        double known = 0;
        for (int round = 1; round <= rounds; round++) {
            double wrk = Wrk.drive(server + page, seconds);
            double best = known == 0
                    ? search(
                            server,
                            page,
                            search(server, page, wrk * FIRST_GUESS, COARSE, seconds) * FINE,
                            FINE,
                            seconds)
                    : search(server, page, known, FINE, seconds);
            double after = Wrk.drive(server + page, seconds);
            known = best;
            shares.add(2 * best / (wrk + after));
            System.out.printf(
                    "round %d: wrk %.0f and %.0f/s, ours %.0f/s: %.3f%n", round, wrk, after, best, shares.getLast());
        }
        double[] sorted = shares.stream().mapToDouble(share -> share).sorted().toArray();
        System.out.printf(
                "ours to wrk: median %.3f (%.3f to %.3f), goal %.2f%n",
                sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], GOAL_SHARE);
    }

    /** From a rate up while tests are valid, or down until one is: the last valid one. */
    private static double search(String server, String page, double from, double factor, int seconds)
            throws IOException, InterruptedException {
        double rate = from;
        boolean up = isValid(server, page, rate, seconds);
        boolean valid = up;
        while (valid == up) {
            rate = up ? rate * factor : rate / factor;
            valid = isValid(server, page, rate, seconds);
        }
        return up ? rate / factor : rate;
    }

    private static boolean isValid(String server, String page, double rate, int seconds)
            throws IOException, InterruptedException {
        try {
            var trial = GeneratorTrial.drive(server, page, Math.round(rate), WARMUP, seconds);
            System.out.println("  " + trial.inWords());
            return trial.isValid();
        } catch (Drive.OutOfMemory saturated) {
            System.out.printf("  %.0f/s: out of memory%n", rate);
            return false;
        }
    }

    private static void latencies(int port) throws IOException, InterruptedException {
        try (var prober = new Prober(port, "/wait", PROBES)) {
            var trial = GeneratorTrial.drive("http://127.0.0.1:" + port, "/wait", BESIDE, WARMUP, LATENCY_SECONDS);
            Instant from = trial.measurement().steadyFrom();
            double[] theirs = prober.millis(from, trial.measurement().steadyTo());
            Figures ours = trial.measurement().result().all();
            System.out.println("  " + trial.inWords());
            System.out.printf("%d recorded by us, %d by the prober%n", ours.count(), theirs.length);
            double worst = Arrays.stream(new double[][] {{50, ours.p50Ms()}, {95, ours.p95Ms()}, {99, ours.p99Ms()}})
                    .mapToDouble(point -> differ(point[0], point[1], theirs))
                    .max()
                    .orElseThrow();
            System.out.printf("largest difference %.1f %%, goal %.0f %%%n", worst * 100, GOAL_LATENCY * 100);
        }
    }

    private static double differ(double percentile, double ours, double[] sorted) {
        double theirs = sorted[(int) Math.ceil(percentile / 100 * sorted.length) - 1];
        System.out.printf(
                "p%.0f: ours %.2f ms, the prober's %.2f ms: %+.1f %%%n",
                percentile, ours, theirs, (ours / theirs - 1) * 100);
        return Math.abs(ours / theirs - 1);
    }

    private static Process endpoint(String work) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StaticEndpoint.class.getName(),
                        work)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process endpoint) throws IOException {
        BufferedReader said = endpoint.inputReader();
        return Integer.parseInt(String.valueOf(said.readLine()));
    }
}
