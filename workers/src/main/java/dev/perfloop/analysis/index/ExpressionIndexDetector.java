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
import dev.perfloop.analysis.plan.Condition.Special.Computed;
import dev.perfloop.profiling.IndexFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds columns that are compared through a function, an operator or a cast, so that an index on the bare column is of no use.
 * A cast for which an index stands ready is mended in the statement; the rest by an index on the expression.
 */
@Component
final class ExpressionIndexDetector implements Detector {
    static final String DEFEATED_INDEX = "DEFEATED_INDEX";
    /**
     * PostgreSQL's default costs have a page read at random cost as much as four in order (random_page_cost, manual 19.7.2): to fetch
     * rows from more than a quarter of the pages one by one is dearer than to read them all.
     */
    private static final double KEEPS_TOO_MUCH = 0.25;

    /** What PostgreSQL assumes of an equality that it has no statistics for: DEFAULT_EQ_SEL (utils/selfuncs.h). */
    private static final double UNKNOWN_EQUALITY = 0.005;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (var need : SpecialNeed.in(workload)) {
            if (need.special() instanceof Computed computed) {
                String reason = refusal(workload, need, computed);
                if (reason.isEmpty()) {
                    findings.add(finding(workload, need, computed));
                } else {
                    refusals.add(new Refused("index on " + need.tableName() + " (" + computed.sql() + ")", reason));
                }
            }
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static String refusal(Workload workload, SpecialNeed need, Computed computed) {
        String unworthy = need.unworthy();
        if (!unworthy.isEmpty()) {
            return unworthy;
        }
        var served = Standing.on(workload, need, computed.sql(), Set.of("btree", "hash")).stream()
                .findFirst();
        if (served.isPresent()) {
            return "covered by the index " + served.get().name();
        }
        double kept = kept(need, computed);
        return kept > KEEPS_TOO_MUCH
                ? String.format(Locale.ROOT, "the condition keeps about %.0f %% of the rows", 100 * kept)
                : "";
    }

    /** A function makes no more values of a column than it has; how many fewer is not known. */
    private static double kept(SpecialNeed need, Computed computed) {
        double rows = need.table().rows();
        double seen = need.keptShare();
        Double distinct = need.table()
                .column(computed.column())
                .map(column -> column.distinctValues(rows))
                .orElse(null);
        double guessed = computed.equality() && distinct != null && distinct > 0 ? 1 / distinct : UNKNOWN_EQUALITY;
        return Math.max(seen, computed.equality() ? guessed : 0);
    }

    private static Finding finding(Workload workload, SpecialNeed need, Computed computed) {
        var defeated = onColumn(workload, need, computed.column());
        boolean castOnly = computed.castTo() != null && defeated.isPresent();
        String column = need.tableName() + "." + computed.column();
        if (castOnly || !computed.indexable()) {
            return SpecialFinding.of(
                    workload,
                    need.place(),
                    DEFEATED_INDEX,
                    need.proven() ? Confidence.HIGH : Confidence.MEDIUM,
                    Effort.COMPLEX,
                    defeated.map(index -> "The index " + index.name() + " is not used: ")
                                    .orElse("No index can be used: ")
                            + need.condition().text() + " changes the column " + column + " before it compares",
                    "A B-tree holds the column's own values. What is made from them has to be made for each of the "
                            + String.format(Locale.ROOT, "%.0f", need.table().rows()) + " rows.",
                    compareBare(need, computed, defeated));
        }
        return SpecialFinding.of(
                workload,
                need.place(),
                MissingIndexDetector.MISSING_INDEX,
                need.proven() && computed.equality() ? Confidence.HIGH : Confidence.MEDIUM,
                Effort.QUICK,
                "No index on " + need.tableName() + " (" + computed.sql() + "): a statement reads "
                        + (need.proven() ? "the whole table" : "far more rows than it needs") + " for "
                        + need.condition().text(),
                defeated.map(index -> "The index " + index.name() + " holds the bare column and cannot serve. ")
                                .orElse("")
                        + "An index on the expression holds what is compared; the condition has to stay as it is written.",
                new Proposal.CreateIndex(
                        need.table().schema(),
                        need.table().name(),
                        List.of(Proposal.Column.computed(computed.sql(), null)),
                        null,
                        List.of()));
    }

    private static Proposal compareBare(SpecialNeed need, Computed computed, Optional<IndexFacts> defeated) {
        String type =
                need.table().column(computed.column()).map(it -> it.type()).orElse("its own type");
        String collation =
                computed.castTo() != null && computed.castTo().startsWith("COLLATE ") ? computed.castTo() : null;
        if (collation != null) {
            return new Proposal.CodeAdvice(
                    "Compare " + computed.column() + " in the collation of its index",
                    "Leave `" + collation + "` out where the order of letters does not matter, as for an equality."
                            + defeated.map(index -> " The index `" + index.name() + "` serves it then.")
                                    .orElse("")
                            + " Where it does matter, an index on `" + computed.sql() + "` serves it.\n\nStatement: `"
                            + need.statement().query().strip() + "`");
        }
        String mend = computed.castTo() == null || type.startsWith("timestamp")
                ? "Write the condition so that the column stands alone on one side, for a time range as "
                        + "`column >= start AND column < end`, with everything else done to the value."
                : "Convert the value instead of the column: `" + computed.column() + " = CAST(? AS " + type
                        + ")`, or bind the parameter as " + type
                        + " (in JPA: an attribute of that type; in JDBC: the matching setter).";
        return new Proposal.CodeAdvice(
                "Compare " + computed.column() + " as it is stored",
                mend
                        + defeated.map(index -> " The index `" + index.name() + "` serves it then.")
                                .orElse(" Then an index on the column can serve it.")
                        + "\n\nStatement: `" + need.statement().query().strip() + "`");
    }

    private static Optional<IndexFacts> onColumn(Workload workload, SpecialNeed need, String column) {
        return Standing.of(workload, need.table()).stream()
                .filter(index -> index.predicate() == null)
                .filter(index -> index.keys().getFirst().column()
                        && index.keys().getFirst().expression().equals(column))
                .findFirst();
    }
}
