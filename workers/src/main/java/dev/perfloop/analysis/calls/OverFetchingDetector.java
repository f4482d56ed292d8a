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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds rows and columns that are brought from the database and never reach the answer, and results without a bound. */
@Component
final class OverFetchingDetector implements Detector {
    static final String OVER_FETCHING = "OVER_FETCHING";
    static final String UNBOUNDED_RESULT = "UNBOUNDED_RESULT";

    /** Fewer rows cost too little to speak of. */
    private static final double MANY_ROWS = 100;

    /** In JSON a row takes at least a digit, a quote or bracket each side, and a comma. */
    private static final double SMALLEST_ROW_BYTES = 4;

    /** A page that no person and hardly a program reads as a whole. */
    private static final double UNBOUNDED_ROWS = 1000;

    private static final double PAGE = 100;

    /** Bytes of a row from which on columns are worth leaving out; below, the row's overhead dominates. */
    private static final double WIDE_ROW_BYTES = 400;

    private static final double WIDER_THAN_SHOWN = 4;
    private static final double FEW_ROWS = 20;

    /** Fetching and mapping a row takes about 1 to 20 microseconds in the driver and the object mapper. */
    private static final double ROW_MS = 0.02;

    private record Waste(String kind, String what, double share, Confidence confidence) {}

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var request : workload.captured().calls().requests()) {
            for (var statement : request.statements()) {
                if (Sql.reads(statement.query()) && rows(statement) >= FEW_ROWS * statement.callsPerRequest()) {
                    waste(workload, request, statement)
                            .ifPresent(waste -> judge(workload, request, statement, waste, findings, refused));
                }
            }
        }
        return Detection.of(findings, refused);
    }

    private static Optional<Waste> waste(Workload workload, Request request, Statement statement) {
        double rows = rows(statement) / Math.max(1, statement.callsPerRequest());
        double bytesPerRow = request.answerBytes() / rows;
        if (rows >= MANY_ROWS && bytesPerRow < SMALLEST_ROW_BYTES) {
            return Optional.of(new Waste(
                    OVER_FETCHING,
                    String.format(Locale.ROOT, "%.0f rows for an answer of %.0f bytes", rows, request.answerBytes()),
                    Math.clamp(1 - request.answerBytes() / (rows * SMALLEST_ROW_BYTES), 0.1, 1),
                    Confidence.HIGH));
        }
        if (rows >= UNBOUNDED_ROWS && !Sql.isBounded(statement.query())) {
            return Optional.of(new Waste(
                    UNBOUNDED_RESULT,
                    String.format(Locale.ROOT, "%.0f rows in one answer, and nothing bounds them", rows),
                    1 - PAGE / rows,
                    Confidence.MEDIUM));
        }
        double width = RowWidth.of(statement.query(), workload.profile().tables());
        if (width >= WIDE_ROW_BYTES && width >= WIDER_THAN_SHOWN * bytesPerRow) {
            return Optional.of(new Waste(
                    OVER_FETCHING,
                    String.format(
                            Locale.ROOT,
                            "rows of about %.0f bytes, of which at most %.0f are shown",
                            width,
                            bytesPerRow),
                    1 - bytesPerRow / width,
                    Confidence.MEDIUM));
        }
        return Optional.empty();
    }

    private static void judge(
            Workload workload,
            Request request,
            Statement statement,
            Waste waste,
            List<Finding> findings,
            List<Refused> refused) {
        double fetchingMs = Math.min(RoundTrip.outsideMs(request), rows(statement) * ROW_MS);
        var saving = Saving.of(
                request, waste.share() * fetchingMs / 4, waste.share() * (fetchingMs + statement.msPerRequest()));
        double impact = saving.impact(workload);
        if (!saving.isWorthIt() || impact < 1) {
            refused.add(new Refused(
                    "rows fetched in " + request.name() + ": " + Shown.shortly(statement.query()),
                    waste.what() + ", but that takes too little time to matter"));
            return;
        }
        findings.add(saving.gained(
                Finding.observed(
                                "over-fetching-"
                                        + Integer.toHexString(request.name().hashCode()) + "-"
                                        + Long.toHexString(statement.queryId()),
                                waste.kind(),
                                Layer.APPLICATION,
                                impact,
                                request.quiet() ? waste.confidence() : Confidence.MEDIUM,
                                Effort.COMPLEX,
                                request.name() + " fetches " + waste.what() + ": " + Shown.shortly(statement.query()),
                                Seen.of(
                                        workload,
                                        request,
                                        List.of(statement),
                                        null,
                                        "Rows were counted by the database, the answer's bytes by us, each with the request "
                                                + "driven alone and not compressed."))
                        .proposing(CallAdvice.fetchLess(statement.query(), waste.what())),
                workload));
    }

    /** In one request, all calls together. */
    private static double rows(Statement statement) {
        return statement.rows().stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
