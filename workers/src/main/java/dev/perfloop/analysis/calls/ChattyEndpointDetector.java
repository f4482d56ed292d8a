package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds requests that are answered by many different statements, one after the other. */
@Component
final class ChattyEndpointDetector implements Detector {
    static final String CHATTY_ENDPOINT = "CHATTY_ENDPOINT";

    /** perf-sentinel calls a service chatty from 15 calls in a trace on. */
    private static final double MANY_TRIPS = 15;

    /** Fewer different ones are repetitions, which are another finding's. */
    private static final int MANY_STATEMENTS = 8;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var request : workload.captured().calls().requests()) {
            var different = different(request);
            double trips =
                    different.stream().mapToDouble(Statement::callsPerRequest).sum();
            if (different.size() < MANY_STATEMENTS || trips < MANY_TRIPS) {
                continue;
            }
            var trip = RoundTrip.of(workload.captured().calls(), request);
            // About half can be put together without a redesign; at best one statement answers all.
            var saving = Saving.of(request, trips / 2 * trip.lowMs(), (trips - 1) * trip.highMs());
            double impact = saving.impact(workload);
            if (saving.isWorthIt() && impact >= 1) {
                findings.add(saving.gained(finding(workload, request, different, trips, impact), workload));
            } else {
                refused.add(new Refused(
                        "many statements in " + request.name(),
                        String.format(
                                Locale.ROOT,
                                "%.0f calls, each at most %.2g ms on the way: nothing to gain",
                                trips,
                                trip.highMs())));
            }
        }
        return Detection.of(findings, refused);
    }

    /** Without those that repeat for each row. */
    private static List<Statement> different(Request request) {
        return request.statements().stream()
                .filter(statement -> statement.callsPerRequest() >= 0.5)
                .filter(statement -> Repeats.of(statement, request) instanceof Repeats.Not)
                .sorted(Comparator.comparingDouble(Statement::msPerRequest).reversed())
                .toList();
    }

    private static Finding finding(
            Workload workload, Request request, List<Statement> different, double trips, double impact) {
        return Finding.observed(
                        "chatty-endpoint-" + Integer.toHexString(request.name().hashCode()),
                        CHATTY_ENDPOINT,
                        Layer.APPLICATION,
                        impact,
                        request.quiet() ? Confidence.HIGH : Confidence.MEDIUM,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "%s takes %.0f trips to the database, with %d different statements",
                                request.name(),
                                trips,
                                different.size()),
                        Seen.of(
                                workload,
                                request,
                                different,
                                null,
                                String.format(
                                        Locale.ROOT,
                                        "Alone it takes %.1f ms, of which its statements take %.1f ms; the rest is their way "
                                                + "there and back and the request's own work.",
                                        request.meanMs(),
                                        RoundTrip.databaseMs(request))))
                .proposing(CallAdvice.fewerTrips(request.name(), Math.round(trips)));
    }
}
