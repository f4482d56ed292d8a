package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.analysis.plan.Condition.Special.Alternatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds tables read whole for one condition or another. PostgreSQL joins bitmaps of several indexes (BitmapOr), but only when each
 * alternative has one: the last that is missing spoils the others.
 */
@Component
final class AlternativesDetector implements Detector {
    /** As for other conditions: from a quarter of the rows on, reading all in order is cheaper (random_page_cost). */
    private static final double KEEPS_TOO_MUCH = 0.25;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (var need : SpecialNeed.in(workload)) {
            if (need.special() instanceof Alternatives any) {
                List<String> missing = missing(workload, need, any);
                String reason = refusal(need, any, missing);
                if (reason.isEmpty()) {
                    findings.add(finding(workload, need, any, missing));
                } else {
                    refusals.add(new Refused("indexes on " + need.tableName() + " for " + any.sql(), reason));
                }
            }
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static String refusal(SpecialNeed need, Alternatives any, List<String> missing) {
        String unworthy = need.unworthy();
        if (!unworthy.isEmpty()) {
            return unworthy;
        }
        if (missing.isEmpty()) {
            return "each of its alternatives has an index already";
        }
        double kept = Math.max(need.keptShare(), keptByAny(need, any));
        return kept > KEEPS_TOO_MUCH
                ? String.format(Locale.ROOT, "together they keep about %.0f %% of the rows", 100 * kept)
                : "";
    }

    private static double keptByAny(SpecialNeed need, Alternatives any) {
        return any.parts().stream()
                .mapToDouble(part -> Selectivity.of(part, need.table(), List.copyOf(any.parts())))
                .sum();
    }

    /** Columns without an index of their own. */
    private static List<String> missing(Workload workload, SpecialNeed need, Alternatives any) {
        var standing = Standing.of(workload, need.table());
        return any.parts().stream()
                .filter(part -> standing.stream()
                        .noneMatch(index -> index.predicate() == null
                                && (index.method().equals("btree")
                                        || index.method().equals("hash") && part instanceof Condition.Equality)
                                && index.keys().getFirst().column()
                                && index.keys().getFirst().expression().equals(part.column())))
                .map(Condition.OnColumn::column)
                .distinct()
                .toList();
    }

    private static Finding finding(Workload workload, SpecialNeed need, Alternatives any, List<String> missing) {
        return SpecialFinding.of(
                workload,
                need.place(),
                MissingIndexDetector.MISSING_INDEX,
                need.proven() ? Confidence.HIGH : Confidence.MEDIUM,
                Effort.QUICK,
                "No index on " + need.tableName() + " "
                        + missing.stream().map(it -> "(" + it + ")").collect(Collectors.joining(" and "))
                        + ": a statement reads " + (need.proven() ? "the whole table" : "far more rows than it needs")
                        + " for " + any.sql(),
                "PostgreSQL joins what several indexes find, but only when each alternative has one of its own; one index over "
                        + "all the columns does not serve.",
                missing.size() == 1 ? index(need, missing.getFirst()) : together(need, missing));
    }

    private static Proposal index(SpecialNeed need, String column) {
        return new Proposal.CreateIndex(
                need.table().schema(),
                need.table().name(),
                List.of(new Proposal.Column(column, null)),
                null,
                List.of());
    }

    /** One without the others gains nothing, so no single change would stand its trial. */
    private static Proposal together(SpecialNeed need, List<String> missing) {
        String statements = missing.stream()
                .map(column -> "CREATE INDEX CONCURRENTLY ON " + PatternSearchDetector.quoted(need) + " (\""
                        + column.replace("\"", "\"\"") + "\");")
                .collect(Collectors.joining("\n"));
        return new Proposal.CodeAdvice(
                "Index each alternative of the condition",
                "Only all of them together serve it:\n```sql\n" + statements + "\n```");
    }
}
