package dev.perfloop.analysis.index;

import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;

/**
 * Prices reading rows through a B-tree that does not exist, as PostgreSQL's own planner would: descent, index pages, heap
 * pages by Mackert and Lohman's formula (optimizer/path/costsize.c), the cheaper of an ordered and a bitmap scan.
 */
final class AccessCost {
    private static final int ENTRY_OVERHEAD_BYTES = 16;
    private static final double FILL = 0.9;
    private static final double DESCENT_OPERATORS_A_LEVEL = 50;

    private final PlannerCosts costs;

    AccessCost(PlannerCosts costs) {
        this.costs = costs;
    }

    /**
     * @param rows      rows fetched
     * @param inOrder   true when the rows must come in index order, so that no bitmap can be used
     */
    double of(TableFacts table, List<String> columns, double rows, boolean inOrder) {
        return of(table, columns, rows, inOrder, 1);
    }

    /** @param held share of the table's rows that the index holds */
    double of(TableFacts table, List<String> columns, double rows, boolean inOrder, double held) {
        double share = table.rows() <= 0 ? 1 : Math.min(1, rows / table.rows());
        double leaves = Math.max(1, held * indexPages(table, columns));
        double height = Math.max(1, Math.ceil(Math.log(Math.max(2, leaves)) / Math.log(256)));
        double descent = (height + 1) * DESCENT_OPERATORS_A_LEVEL * costs.operator()
                + Math.ceil(Math.log(Math.max(2, table.rows())) / Math.log(2)) * costs.operator();
        double read = Math.min(1, share / Math.max(held, 1e-9));
        double index = Math.max(1, Math.ceil(read * leaves)) * costs.randomPage();
        double cpu = rows * (costs.tuple() + costs.indexTuple() + columns.size() * costs.operator());
        double heap = ordered(table, columns, rows, share);
        return descent + index + cpu + (inOrder ? heap : Math.min(heap, bitmap(table, rows)));
    }

    /** Of reading rows from the index alone, as an index-only scan does where nearly all pages are all-visible. */
    double ofIndexOnly(TableFacts table, List<String> columns, double rows) {
        double share = table.rows() <= 0 ? 1 : Math.min(1, rows / table.rows());
        double leaves = Math.max(1, Math.ceil(share * indexPages(table, columns)));
        return leaves * costs.randomPage() + rows * (costs.tuple() + costs.indexTuple() + costs.operator());
    }

    /** Pages of the table that rows fetched through an index lie on, wherever they are (Mackert and Lohman). */
    double heapPages(TableFacts table, double rows) {
        return pagesFetched(table, rows);
    }

    /** Leaf pages of an index on these columns. */
    double indexPages(TableFacts table, List<String> columns) {
        return Math.max(1, table.rows() * entryBytes(table, columns) / (costs.blockSize() * FILL));
    }

    private double ordered(TableFacts table, List<String> columns, double rows, double share) {
        double scattered = pagesFetched(table, rows) * costs.randomPage();
        double clustered =
                costs.randomPage() + Math.max(0, Math.ceil(share * table.pages()) - 1) * costs.sequentialPage();
        var correlation =
                table.column(columns.getFirst()).map(ColumnFacts::correlation).orElse(null);
        double c = correlation == null || columns.size() > 1 ? 0 : correlation * correlation;
        return scattered + c * (Math.min(clustered, scattered) - scattered);
    }

    private double bitmap(TableFacts table, double rows) {
        double pages = pagesFetched(table, rows);
        double total = Math.max(1, table.pages());
        double each = costs.randomPage()
                - (costs.randomPage() - costs.sequentialPage()) * Math.sqrt(Math.min(1, pages / total));
        return pages * each + 0.1 * costs.operator() * rows;
    }

    private static double pagesFetched(TableFacts table, double rows) {
        double pages = Math.max(1, table.pages());
        return Math.max(1, Math.min(pages, 2 * pages * rows / (2 * pages + rows)));
    }

    private static double entryBytes(TableFacts table, List<String> columns) {
        double width = columns.stream()
                .mapToDouble(name -> table.column(name)
                        .map(ColumnFacts::averageWidth)
                        .map(Integer::doubleValue)
                        .orElse(8.0))
                .sum();
        return ENTRY_OVERHEAD_BYTES + Math.ceil(width / 8) * 8;
    }
}
