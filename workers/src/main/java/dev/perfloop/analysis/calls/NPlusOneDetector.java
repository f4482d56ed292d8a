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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds one query for each row of another: statements that run as often in a request as there are rows to show. */
@Component
final class NPlusOneDetector implements Detector {
    static final String N_PLUS_ONE = "N_PLUS_ONE";

    /** What stays in the database when the rows are fetched at once: they are still looked up, by one statement. */
    private static final double STAYS = 0.7;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    /** Statements that run once a row of the same rows, together. */
    private record Loop(Request request, List<Statement> statements, Repeats.PerRow why) {
        Statement first() {
            return statements.getFirst();
        }

        double perRequest() {
            return first().callsPerRequest();
        }
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var request : workload.captured().calls().requests()) {
            for (var loop : loops(request, refused)) {
                judge(loop, workload, findings, refused);
            }
        }
        return Detection.of(findings, refused);
    }

    private static Collection<Loop> loops(Request request, List<Refused> refused) {
        Map<List<Integer>, Loop> loops = new LinkedHashMap<>();
        for (var statement : byTime(request)) {
            boolean looksUp = Sql.reads(statement.query()) && Sql.hasParameters(statement.query());
            if (!looksUp || statement.callsPerRequest() < 2) {
                continue;
            }
            if (SameQuestion.isAskedBy(statement)) {
                refused.add(new Refused(
                        subject(statement, request),
                        "each call returns the same rows: one question asked again, not one a row"));
                continue;
            }
            switch (Repeats.of(statement, request)) {
                case Repeats.Not no -> refused.add(new Refused(subject(statement, request), no.reason()));
                case Repeats.PerRow why ->
                    loops.merge(
                            statement.calls(), new Loop(request, List.of(statement), why), NPlusOneDetector::together);
            }
        }
        return loops.values();
    }

    private static Loop together(Loop known, Loop more) {
        var statements = new ArrayList<>(known.statements());
        statements.addAll(more.statements());
        return new Loop(known.request(), statements, known.why().source() == null ? more.why() : known.why());
    }

    private static void judge(Loop loop, Workload workload, List<Finding> findings, List<Refused> refused) {
        double trips = loop.statements().stream()
                .mapToDouble(it -> it.callsPerRequest() - 1)
                .sum();
        double databaseMs = loop.statements().stream()
                .mapToDouble(it -> it.msPerRequest() * (1 - 1 / it.callsPerRequest()))
                .sum();
        var trip = RoundTrip.of(workload.captured().calls(), loop.request());
        var saving = Saving.of(
                loop.request(), trips * trip.lowMs() + (1 - STAYS) * databaseMs, trips * trip.highMs() + databaseMs);
        double impact = saving.impact(workload);
        if (!saving.isWorthIt() || impact < 1) {
            refused.add(new Refused(
                    subject(loop.first(), loop.request()),
                    String.format(
                            Locale.ROOT,
                            "%.0f calls of %.2g ms: nothing to gain",
                            loop.perRequest(),
                            loop.first().msPerRequest() / loop.perRequest())));
            return;
        }
        findings.add(saving.gained(finding(loop, workload, impact), workload));
    }

    private static Finding finding(Loop loop, Workload workload, double impact) {
        var first = loop.first();
        return Finding.observed(
                        "n-plus-one-"
                                + Integer.toHexString(loop.request().name().hashCode()) + "-"
                                + Long.toHexString(first.queryId()),
                        N_PLUS_ONE,
                        Layer.APPLICATION,
                        impact,
                        confidence(loop),
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "%s runs %.0f queries one by one for each row: %s",
                                loop.request().name(),
                                loop.perRequest() * loop.statements().size(),
                                Shown.shortly(first.query())),
                        Seen.of(
                                workload,
                                loop.request(),
                                loop.statements(),
                                loop.why().source(),
                                reason(loop)))
                .proposing(CallAdvice.onceForAllRows(first.query(), source(loop)));
    }

    private static @Nullable String source(Loop loop) {
        return loop.why().source() == null ? null : loop.why().source().query();
    }

    private static Confidence confidence(Loop loop) {
        boolean followsData = loop.why().source() != null || loop.why().varies();
        return followsData && loop.request().quiet() ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private static String reason(Loop loop) {
        var counts = loop.first().calls();
        String times = counts.stream().mapToInt(Integer::intValue).min().orElse(0) + " to "
                + counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        var source = loop.why().source();
        return "Sent alone " + loop.request().sent() + " times, the request ran it " + times + " times each. "
                + (source != null
                        ? "That is as often as there were rows from: " + Shown.shortly(source.query()) + "."
                        : loop.why().varies()
                                ? "The number varies from request to request, as the data does; where its keys come from was "
                                        + "not seen in the database."
                                : "So many calls of one statement can be one call with all keys.");
    }

    private static List<Statement> byTime(Request request) {
        return request.statements().stream()
                .sorted(Comparator.comparingDouble(Statement::msPerRequest).reversed())
                .toList();
    }

    private static String subject(Statement statement, Request request) {
        return "one query a row in " + request.name() + ": " + Shown.shortly(statement.query());
    }
}
