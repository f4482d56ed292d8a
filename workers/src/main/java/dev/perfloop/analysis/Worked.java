package dev.perfloop.analysis;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import dev.perfloop.profiling.Metrics;
import java.util.HashMap;
import java.util.Map;

/**
 * How long requests were worked on, of all the time they took.
 *
 * <p>Waiting for a connection is a consequence of what the connections are held for, so it is taken off before shares are formed; a
 * saturated pool would otherwise hide the statements that saturate it. Where most of the time is such waiting, requests queue in
 * front of the service too, for a thread or until they are given up, and nobody measures how long: what they need while nothing
 * else is asked is then taken for the work they are.
 *
 * @param poolWaitMs time requests waited for a connection, milliseconds
 * @param allMs time requests were worked on, at least that of the database
 * @param byRequest the same for single requests
 */
record Worked(double poolWaitMs, double allMs, Map<String, Double> byRequest) {
    /** From this share on that is spent waiting for a connection, most of the time is a queue's. */
    private static final double QUEUES = 0.5;
    /** Requests sent alone that account for less of the load leave too much to be guessed. */
    private static final double KNOWN = 0.9;
    /** A recording is a part of the profile; a short one is not taken for more than this many times its length. */
    private static final double MOST_STRETCH = 20;

    static Worked of(DrivenLoad load, Series series, Captured captured, double databaseMs, double seconds) {
        double requestMs = positive(load.requestMs());
        double poolWaitMs = Math.max(
                positive(series.increase(Metrics.POOL_WAIT_SECONDS_TOTAL) * 1000), recordedMs(captured.jvm(), seconds));
        double allMs = Math.max(databaseMs, requestMs - poolWaitMs);
        Map<String, Double> alone = alone(load, captured.calls());
        double aloneMs = sum(alone);
        boolean queues = poolWaitMs >= QUEUES * insideMs(requestMs, captured.jvm(), seconds);
        if (queues && aloneMs > 0) {
            double ms = Math.max(databaseMs, Math.min(allMs, aloneMs));
            alone.replaceAll((request, own) -> own * ms / aloneMs);
            return new Worked(poolWaitMs, ms, Map.copyOf(alone));
        }
        double share = requestMs <= 0 ? 1 : Math.min(1, allMs / requestMs);
        Map<String, Double> byRequest = new HashMap<>();
        load.driven()
                .forEach((request, times) -> byRequest.put(request, times * positive(load.meanMs(request)) * share));
        return new Worked(poolWaitMs, allMs, Map.copyOf(byRequest));
    }

    double ms(String request) {
        return byRequest.getOrDefault(request, 0.0);
    }

    /** What all requests together would have taken, each by itself; empty when that is not known of most of them. */
    private static Map<String, Double> alone(DrivenLoad load, CallsPerRequest counted) {
        Map<String, Double> alone = new HashMap<>();
        counted.requests().forEach(request -> {
            long times = load.driven().getOrDefault(request.name(), 0L);
            double each = request.eachMs().stream()
                    .sorted()
                    .skip(request.eachMs().size() / 2)
                    .findFirst()
                    .orElse(request.meanMs());
            if (times > 0 && each > 0) {
                alone.put(request.name(), times * each);
            }
        });
        long known = alone.keySet().stream()
                .mapToLong(request -> load.driven().get(request))
                .sum();
        return known >= KNOWN * load.drivenTotal() ? alone : new HashMap<>();
    }

    private static double recordedMs(JvmFacts jvm, double seconds) {
        double scale = jvm.recorded() && seconds > 0 ? Math.clamp(seconds / jvm.seconds(), 1, MOST_STRETCH) : 1;
        return positive(scale * jvm.waitedMs(WaitKind.CONNECTION));
    }

    /** Who queues for a thread waits for no connection yet, and threads that are all taken have no more time than this. */
    static double insideMs(double requestMs, JvmFacts jvm, double seconds) {
        return jvm.fullGroup()
                .map(group -> Math.min(requestMs, 1000.0 * seconds * group.threads()))
                .orElse(requestMs);
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What was not measured, or cannot be, counts for nothing. */
    static double positive(double value) {
        return Double.isFinite(value) ? Math.max(0, value) : 0;
    }
}
