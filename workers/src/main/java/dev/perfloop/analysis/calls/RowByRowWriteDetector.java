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

/**
 * Finds rows that are written one by one: a trip to the database for each, or worse a commit for each. A batch of the driver
 * is counted as many calls too, but takes no time on the way.
 */
@Component
final class RowByRowWriteDetector implements Detector {
    static final String COMMIT_PER_ROW = "COMMIT_PER_ROW";
    static final String ROUND_TRIP_PER_ROW = "ROUND_TRIP_PER_ROW";

    private static final double FEWEST = 3;

    /** Transactions for each row written; more than that is one each, as far as sessions report them. */
    private static final double ONE_EACH = 0.6;

    /** What stays in the database when the rows are written at once: they are still written. */
    private static final double STAYS = 0.6;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var request : workload.captured().calls().requests()) {
            var writes = request.statements().stream()
                    .filter(it -> Sql.writes(it.query()) && it.callsPerRequest() >= FEWEST && rowsPerCall(it) <= 2)
                    .sorted(Comparator.comparingDouble(Statement::callsPerRequest)
                            .reversed())
                    .toList();
            if (!writes.isEmpty()) {
                judge(workload, request, writes, findings, refused);
            }
        }
        return Detection.of(findings, refused);
    }

    private static void judge(
            Workload workload, Request request, List<Statement> writes, List<Finding> findings, List<Refused> refused) {
        double rows = writes.stream().mapToDouble(Statement::callsPerRequest).sum();
        boolean commits = request.transactions()
                >= Math.max(FEWEST, ONE_EACH * writes.getFirst().callsPerRequest());
        var all = workload.captured().calls();
        if (!commits && RoundTrip.travelTogether(all, request)) {
            refused.add(new Refused(
                    "rows written one by one in " + request.name(),
                    String.format(
                            Locale.ROOT, "%.0f calls in so little time that they travel in a batch already", rows)));
            return;
        }
        var trip = commits ? RoundTrip.withCommit(all, request) : RoundTrip.of(all, request);
        double databaseMs = writes.stream().mapToDouble(Statement::msPerRequest).sum();
        double trips = rows - writes.size();
        var saving = Saving.of(
                request,
                trips * (commits ? (trip.lowMs() + trip.highMs()) / 2 : trip.lowMs()),
                trips * trip.highMs() + (1 - STAYS) * databaseMs);
        double impact = saving.impact(workload);
        if (saving.isWorthIt() && impact >= 1) {
            findings.add(saving.gained(finding(workload, request, writes, rows, commits, impact), workload));
        } else {
            refused.add(new Refused(
                    "rows written one by one in " + request.name(),
                    String.format(
                            Locale.ROOT,
                            "%.0f calls, each at most %.2g ms on the way: nothing to gain",
                            rows,
                            trip.highMs())));
        }
    }

    private static Finding finding(
            Workload workload, Request request, List<Statement> writes, double rows, boolean commits, double impact) {
        String query = writes.getFirst().query();
        return Finding.observed(
                        "row-by-row-" + Integer.toHexString(request.name().hashCode()),
                        commits ? COMMIT_PER_ROW : ROUND_TRIP_PER_ROW,
                        Layer.APPLICATION,
                        impact,
                        request.quiet() ? Confidence.HIGH : Confidence.MEDIUM,
                        commits ? Effort.QUICK : Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                commits
                                        ? "%s writes %.0f rows with a commit for each: %s"
                                        : "%s writes %.0f rows one by one: %s",
                                request.name(),
                                rows,
                                Shown.shortly(query)),
                        Seen.of(
                                workload,
                                request,
                                writes,
                                null,
                                String.format(
                                        Locale.ROOT,
                                        "%.0f calls that write one row each, in %.0f transactions a request as sessions report "
                                                + "them.",
                                        rows,
                                        request.transactions())))
                .proposing(CallAdvice.inBatches(query, commits));
    }

    private static double rowsPerCall(Statement statement) {
        return statement.rows().stream().mapToLong(Long::longValue).average().orElse(0)
                / Math.max(1, statement.callsPerRequest());
    }
}
