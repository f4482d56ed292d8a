package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a plan where an index on the scanned table might serve.
 *
 * @param scanRows      planner's estimate of the rows the scan hands on, of all parallel workers where the plan tells
 * @param order         the order the rows are wanted in, when a limit makes that order worth having
 * @param wantedRows    how many rows are wanted of those that match; null for all
 * @param replacedCost  planner's cost, for one loop, of the part of the plan that an index access would stand in for
 * @param loops         how often that part runs in one execution
 * @param accesses      index accesses that would stand in for one loop: 1 for a scan, the other side's rows for a join
 * @param planCost      planner's cost of the whole statement
 * @param observedShare share of the table's rows the statement returned or changed in reality; null when that cannot be told
 * @param readsAll      true when the scan has to read the whole table whatever comes
 */
record Need(
        StatementFacts statement,
        PlanNode scan,
        TableFacts table,
        double scanRows,
        List<Condition> conditions,
        List<SortColumn> order,
        @Nullable Double wantedRows,
        double replacedCost,
        double loops,
        double accesses,
        double planCost,
        @Nullable Double observedShare,
        boolean readsAll) {
    /** Of the table's blocks, read in each call: then it was read as a whole. */
    private static final double BLOCKS_OF_A_SCAN = 0.7;

    /** The planner hopes that a limit ends the scan early; the blocks read say that it does not. */
    boolean searchedWhole() {
        return order.isEmpty() && wantedRows != null && searchesWhole(statement, scan, table);
    }

    static boolean searchesWhole(StatementFacts statement, PlanNode scan, TableFacts table) {
        return scan.isSequentialScan()
                && statement.calls() > 0
                && statement.blocksPerCall() >= BLOCKS_OF_A_SCAN * Math.max(1, table.pages());
    }
}
