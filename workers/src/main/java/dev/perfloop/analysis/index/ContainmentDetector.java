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
import dev.perfloop.analysis.plan.Condition.Special.Containment;
import dev.perfloop.profiling.ColumnFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds documents, arrays and text-search vectors that are searched by reading them all. */
@Component
final class ContainmentDetector implements Detector {
    /** Types that have a default operator class for GIN (PostgreSQL manual, 65.4.1); arrays have one, too. */
    private static final Set<String> INVERTIBLE = Set.of("jsonb", "tsvector");
    /** What an index with jsonb_path_ops answers (PostgreSQL manual, 8.14.4). */
    private static final Set<String> PATHS_SERVE = Set.of("@>", "@?", "@@");

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (var need : SpecialNeed.in(workload)) {
            if (need.special() instanceof Containment contained) {
                String reason = refusal(workload, need, contained);
                if (reason.isEmpty()) {
                    findings.add(finding(workload, need, contained));
                } else {
                    refusals.add(
                            new Refused("GIN index on " + need.tableName() + " (" + contained.column() + ")", reason));
                }
            }
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static String refusal(Workload workload, SpecialNeed need, Containment contained) {
        String unworthy = need.unworthy();
        if (!unworthy.isEmpty()) {
            return unworthy;
        }
        String type = type(need, contained);
        if (!INVERTIBLE.contains(type) && !type.endsWith("[]")) {
            return "GIN has no operator class for the type " + type;
        }
        return Standing.on(workload, need, contained.sql(), Set.of("gin", "gist")).stream()
                .filter(index -> PATHS_SERVE.contains(contained.operator())
                        || !index.made().definition().contains("jsonb_path_ops"))
                .findFirst()
                .map(index -> "the index " + index.name() + " is there already")
                .orElse("");
    }

    private static Finding finding(Workload workload, SpecialNeed need, Containment contained) {
        boolean paths =
                type(need, contained).equals("jsonb") && contained.operator().equals("@>");
        return SpecialFinding.of(
                workload,
                need.place(),
                MissingIndexDetector.MISSING_INDEX,
                need.proven() ? Confidence.HIGH : Confidence.MEDIUM,
                Effort.QUICK,
                "No inverted index (GIN) on " + need.tableName() + " (" + contained.column()
                        + "): a statement looks into " + "every row for "
                        + need.condition().text(),
                "A GIN index lists the rows by what their column holds. Writes to the column get dearer; with fastupdate, "
                        + "which is on unasked, most of that is put off to vacuum.",
                new Proposal.CreateIndex(
                        need.table().schema(),
                        need.table().name(),
                        "gin",
                        List.of(Proposal.Column.searched(contained.column(), paths ? "jsonb_path_ops" : null)),
                        null,
                        List.of()));
    }

    private static String type(SpecialNeed need, Containment contained) {
        return need.table().column(contained.column()).map(ColumnFacts::type).orElse("");
    }
}
