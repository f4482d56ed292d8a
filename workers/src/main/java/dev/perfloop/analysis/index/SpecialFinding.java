package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.Locale;

/** A finding about a special need, with its chain, its impact and its gain. */
final class SpecialFinding {
    /** Estimated, not tried: half of it may not come. */
    private static final double AT_LEAST = 0.5;

    private static final double ENTRY_OVERHEAD_BYTES = 16;
    private static final double WIDEST_KEY = 200;

    private SpecialFinding() {}

    /**
     * Where in which plan.
     *
     * @param savable share of the statement's planned cost, 0 to 1
     * @param column  the first that is asked for
     */
    record Place(StatementFacts statement, PlanNode scan, TableFacts table, double savable, String column) {}

    static Finding of(
            Workload workload,
            Place need,
            String kind,
            Confidence confidence,
            Effort effort,
            String summary,
            String reason,
            Proposal proposal) {
        var statement = need.statement();
        double high = 100 * Math.min(1, statement.totalMs() * need.savable() / Math.max(1, workload.serviceMs()));
        var table = need.table();
        return Finding.observed(
                        kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + Long.toHexString(statement.queryId())
                                + "-" + need.column(),
                        kind,
                        Layer.DATABASE,
                        workload.impactOf(statement, need.savable()),
                        confidence,
                        effort,
                        summary,
                        Evidence.of(workload, statement, reason)
                                .sized(
                                        new Evidence.Table(table.rows(), table.sizeBytes(), table.written()),
                                        new Evidence.Index(bytes(need), writeCost(table)))
                                .along(Chain.of(workload, statement)
                                        .node(need.scan(), statement.queryId())
                                        .table(
                                                table,
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.0f rows on %d pages; each call reads %.0f",
                                                        table.rows(),
                                                        table.pages(),
                                                        statement.blocksPerCall()))
                                        .links())
                                .about(List.of(
                                        "statement:" + statement.queryId(),
                                        "table:" + table.schema() + "." + table.name())))
                .gaining(AT_LEAST * high, high)
                .proposing(proposal);
    }

    /** An entry for each row; inverted and expression indexes are of that order, and no better is known unbuilt. */
    private static double bytes(Place need) {
        double width = need.table()
                .column(need.column())
                .map(ColumnFacts::averageWidth)
                .map(Integer::doubleValue)
                .orElse(16.0);
        return need.table().rows() * (ENTRY_OVERHEAD_BYTES + Math.min(width, WIDEST_KEY));
    }

    private static String writeCost(TableFacts table) {
        return table.written() == 0
                ? ""
                : table.written()
                        + " rows written in the window; each insert, and each update that is not HOT, maintains "
                        + "the index.";
    }
}
