package dev.perfloop.analysis.calls;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.Arrays;

/**
 * What one call costs beside its execution: the way to the database and back, the driver, the mapping.
 *
 * <p>Nobody measured it alone. It cannot be more than the time outside of the database divided by the calls, in any request
 * driven alone, nor more than answers take longer for each call more; the smallest of these is the upper end. The lower end is
 * our own way to the database and back.
 */
record RoundTrip(double lowMs, double highMs) {
    /** On one machine; PostgreSQL's pgbench -S reaches 10,000 to 20,000 round trips a second with one client. */
    private static final double LOOPBACK_MS = 0.05;

    /** Between zones of one region; what takes longer waits for something else, such as a pause between two polls. */
    private static final double REGION_MS = 2;

    /** A commit also waits for the disk: 1 to 10 ms where writes are not cached safely. */
    private static final double COMMIT_MS = 10;

    private static final int FEWEST_POINTS = 5;
    private static final int FEWEST_STEPS = 3;

    /** So little time a call that several must have travelled together. */
    static boolean travelTogether(CallsPerRequest all, Request request) {
        double own = all.roundTripMs() > 0 ? all.roundTripMs() : LOOPBACK_MS;
        return calls(request) > 0 && outsideMs(request) / calls(request) < own / 2;
    }

    static RoundTrip of(CallsPerRequest all, Request request) {
        double high = all.requests().stream()
                .filter(it -> calls(it) >= 1)
                .mapToDouble(it -> outsideMs(it) / calls(it))
                .min()
                .orElse(0);
        high = Math.min(Math.min(REGION_MS, high), slopeAtMost(request));
        double own = all.roundTripMs() > 0 ? all.roundTripMs() : LOOPBACK_MS;
        return new RoundTrip(Math.min(high, own), high);
    }

    /** Of a call that is a transaction of its own. */
    static RoundTrip withCommit(CallsPerRequest all, Request request) {
        double high = calls(request) == 0
                ? 0
                : Math.min(Math.min(REGION_MS + COMMIT_MS, outsideMs(request) / calls(request)), slopeAtMost(request));
        return new RoundTrip(Math.min(high, of(all, request).lowMs), high);
    }

    /**
     * How much longer answers take for each call more, by least squares over the single sendings, plus two standard errors.
     * Nothing where the calls hardly vary.
     */
    private static double slopeAtMost(Request request) {
        int points = request.eachMs().size();
        double[] calls = new double[points];
        request.statements().forEach(statement -> {
            for (int i = 0; i < Math.min(points, statement.calls().size()); i++) {
                calls[i] += statement.calls().get(i);
            }
        });
        double least = Arrays.stream(calls).min().orElse(0);
        double most = Arrays.stream(calls).max().orElse(0);
        if (points < FEWEST_POINTS || most - least < FEWEST_STEPS) {
            return Double.POSITIVE_INFINITY;
        }
        double meanCalls = Arrays.stream(calls).average().orElse(0);
        double meanMs = request.eachMs().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < points; i++) {
            double x = calls[i] - meanCalls;
            double y = request.eachMs().get(i) - meanMs;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        double slope = xy / xx;
        double error = Math.sqrt(Math.max(0, yy - slope * xy) / (points - 2) / xx);
        return Math.max(LOOPBACK_MS, slope + 2 * error);
    }

    static double calls(Request request) {
        return request.statements().stream()
                .mapToDouble(Statement::callsPerRequest)
                .sum();
    }

    static double databaseMs(Request request) {
        return request.statements().stream()
                .mapToDouble(Statement::msPerRequest)
                .sum();
    }

    static double outsideMs(Request request) {
        return Math.max(0, usualMs(request) - databaseMs(request));
    }

    /** The median answer time: one sending that met a pause of the service would spoil a mean of six. */
    static double usualMs(Request request) {
        return request.eachMs().isEmpty()
                ? request.meanMs()
                : request.eachMs().stream()
                        .sorted()
                        .skip((request.eachMs().size() - 1) / 2)
                        .limit(2 - request.eachMs().size() % 2)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }
}
