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
import dev.perfloop.analysis.plan.Condition.Special.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds LIKE and ILIKE searches that read the whole table; a trigram index serves patterns with anything in front, too. */
@Component
final class PatternSearchDetector implements Detector {
    private static final String TRIGRAMS = "pg_trgm";
    /**
     * PostgreSQL's default costs have a page read at random cost as much as four in order (random_page_cost, manual 19.7.2): to fetch
     * rows from more than a quarter of the pages one by one is dearer than to read them all.
     */
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
            if (need.special() instanceof Pattern pattern) {
                String reason = refusal(workload, need, pattern);
                if (reason.isEmpty()) {
                    findings.add(finding(workload, need, pattern));
                } else {
                    refusals.add(
                            new Refused("trigram index on " + need.tableName() + " (" + pattern.sql() + ")", reason));
                }
            }
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static String refusal(Workload workload, SpecialNeed need, Pattern pattern) {
        String unworthy = need.unworthy();
        if (!unworthy.isEmpty()) {
            return unworthy;
        }
        var inverted = Standing.on(workload, need, pattern.sql(), Set.of("gin", "gist")).stream()
                .filter(index -> index.made().definition().isEmpty()
                        || index.made().definition().contains("trgm_ops"))
                .findFirst();
        if (inverted.isPresent()) {
            return "the index " + inverted.get().name() + " is there already";
        }
        double kept = need.keptShare();
        return kept > KEEPS_TOO_MUCH
                ? String.format(Locale.ROOT, "the pattern keeps about %.0f %% of the rows", 100 * kept)
                : "";
    }

    private static Finding finding(Workload workload, SpecialNeed need, Pattern pattern) {
        boolean plain = pattern.sql().startsWith("\"");
        String key = plain ? pattern.sql() : "(" + pattern.sql() + ")";
        boolean there = workload.captured().server().extensions().contains(TRIGRAMS);
        return SpecialFinding.of(
                workload,
                need.place(),
                MissingIndexDetector.MISSING_INDEX,
                need.proven() ? Confidence.HIGH : Confidence.MEDIUM,
                Effort.QUICK,
                "No trigram index (pg_trgm) on " + need.tableName() + " (" + pattern.sql() + "): a statement reads "
                        + (need.proven() ? "the whole table" : "far more rows than it needs") + " for "
                        + need.condition().text(),
                "A B-tree serves a pattern only from its first letter on and only under the C collation or with "
                        + "text_pattern_ops. A GIN index on trigrams serves any pattern of three letters and more.",
                there
                        ? new Proposal.CreateIndex(
                                need.table().schema(),
                                need.table().name(),
                                "gin",
                                List.of(
                                        plain
                                                ? Proposal.Column.searched(pattern.column(), "gin_trgm_ops")
                                                : Proposal.Column.computed(pattern.sql(), "gin_trgm_ops")),
                                null,
                                List.of())
                        : new Proposal.CodeAdvice("Create the extension pg_trgm and a trigram index", """
                                ```sql
                                CREATE EXTENSION pg_trgm;
                                CREATE INDEX CONCURRENTLY ON %s USING gin (%s gin_trgm_ops);
                                ```
                                The extension needs a right that Perfloop does not have (CREATE on the database; it is trusted \
                                since PostgreSQL 13). Once it is there, the next run proposes the index itself. If all patterns \
                                are fixed at their start (`abc%%`), a B-tree does: `(%s text_pattern_ops)`.""".formatted(
                                        quoted(need), key, key)));
    }

    static String quoted(SpecialNeed need) {
        return '"' + need.table().schema().replace("\"", "\"\"") + "\".\""
                + need.table().name().replace("\"", "\"\"") + '"';
    }
}
