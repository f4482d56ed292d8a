package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Finds B-tree indexes far larger than their entries need that heavy statements read much of. */
@Component
final class IndexBloatDetector implements Detector {
    static final String INDEX_BLOAT = "INDEX_BLOAT";

    /** As of {@code src/include/access/nbtree.h} and {@code itup.h}: header, line pointer, and what of a page is left for entries. */
    private static final double ENTRY_OVERHEAD = 8 + 4;

    private static final double USABLE_OF_PAGE = (8192 - 24 - 16) / 8192.0;
    private static final double FILLED = 0.9;

    /** Equal keys are stored once since PostgreSQL 13, so that the estimate is rather too large: three times is beyond doubt. */
    private static final double FACTOR = 3;

    private static final double WASTED_BYTES = 16.0 * 1024 * 1024;

    /** Below this a statement descends the tree for few rows, which its size does not slow down. */
    private static final double RANGE_OF_BLOCKS = 100;

    /** The index is one part of what such a scan reads; its table the other. */
    private static final double INDEX_SHARE = 0.3;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        Map<String, StatementFacts> ranges = new HashMap<>();
        workload.plans()
                .forEach((id, plan) -> workload.statement(id)
                        .filter(statement -> statement.blocksPerCall() >= RANGE_OF_BLOCKS)
                        .ifPresent(statement -> collect(plan, statement, ranges)));
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var index : workload.profile().indexes()) {
            double wasted = wasted(workload, index);
            if (wasted <= 0) {
                continue;
            }
            var statement = ranges.get(index.name());
            double impact = statement == null ? 0 : workload.impactOf(statement, INDEX_SHARE * wasted);
            if (statement == null || impact < WORTH_NAMING) {
                refused.add(new Refused(
                        "bloat of index " + index.schema() + "." + index.name(),
                        String.format(
                                Locale.ROOT,
                                "about %.0f %% of it is empty, but no heavy statement reads much of it",
                                100 * wasted)));
            } else {
                findings.add(finding(workload, index, statement, wasted, impact));
            }
        }
        return Detection.of(findings, refused);
    }

    private static void collect(PlanNode node, StatementFacts statement, Map<String, StatementFacts> ranges) {
        if (node.index() instanceof String index) {
            ranges.merge(index, statement, (a, b) -> a.totalMs() >= b.totalMs() ? a : b);
        }
        node.children().forEach(child -> collect(child, statement, ranges));
    }

    /** Share of the index that is empty, 0 when it is not bloated or that is not known. */
    private static double wasted(Workload workload, IndexFacts index) {
        var expected = expectedBytes(workload, index);
        return expected.isPresent()
                        && index.sizeBytes() >= FACTOR * expected.getAsDouble()
                        && index.sizeBytes() - expected.getAsDouble() >= WASTED_BYTES
                ? 1 - expected.getAsDouble() / index.sizeBytes()
                : 0;
    }

    private static OptionalDouble expectedBytes(Workload workload, IndexFacts index) {
        var table = workload.table(index.schema(), index.table()).orElse(null);
        if (table == null || table.rows() < 0 || !index.method().equals("btree") || index.predicate() != null) {
            return OptionalDouble.empty();
        }
        double width = 0;
        for (var key : index.keys()) {
            var column = key.column() ? table.column(key.expression()).map(ColumnFacts::averageWidth) : null;
            if (column == null || column.isEmpty()) {
                return OptionalDouble.empty();
            }
            width += column.get();
        }
        double entry = ENTRY_OVERHEAD + 8 * Math.ceil(width / 8);
        return OptionalDouble.of(table.rows() * entry / USABLE_OF_PAGE / FILLED);
    }

    private static Finding finding(
            Workload workload, IndexFacts index, StatementFacts statement, double wasted, double impact) {
        String name = index.schema() + "." + index.name();
        return Finding.observed(
                        "index-bloat-" + name,
                        INDEX_BLOAT,
                        Layer.DATABASE,
                        impact,
                        Confidence.LOW,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                "Index %s is bloated: about %.0f %% of its %s are empty",
                                name,
                                100 * wasted,
                                ServerSettings.readable(index.sizeBytes())),
                        Evidence.of(
                                        workload,
                                        statement,
                                        "By the width of its keys and the number of rows it would be that much smaller; the statement "
                                                + "reads a range of it.")
                                .about(List.of(
                                        "statement:" + statement.queryId(),
                                        "index:" + name,
                                        "table:" + index.schema() + "." + index.table())))
                .proposing(new Proposal.CodeAdvice(
                        "Rebuild " + name,
                        "`REINDEX INDEX CONCURRENTLY " + name
                                + "`: others go on working; it needs the room of a second copy."));
    }
}
