package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.analysis.plan.Condition.Special;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition that no B-tree on plain columns answers, where a statement reads a table for it.
 *
 * @param savable share of the statement's planned cost that reading through the right index would save at best
 * @param proven  true when the blocks the statement read are those of the whole table
 */
record SpecialNeed(
        StatementFacts statement,
        PlanNode scan,
        TableFacts table,
        Condition.Unusable condition,
        Special special,
        double savable,
        boolean proven) {
    /** PgHero's limit: below it reading the whole table is as fast. */
    private static final double SMALL_TABLE_ROWS = 500;

    private static final double IDLE_SHARE = 0.01;
    private static final double BLOCKS_OF_A_SCAN = 0.7;
    private static final double BLOCKS_OF_NO_SCAN = 0.3;

    /** Of all plans; the tables are those a B-tree on columns was looked for, too. */
    static List<SpecialNeed> in(Workload workload) {
        List<SpecialNeed> needs = new ArrayList<>();
        workload.plans()
                .forEach((id, plan) ->
                        workload.statement(id).ifPresent(statement -> visit(workload, statement, plan, plan, needs)));
        return needs;
    }

    private static void visit(
            Workload workload, StatementFacts statement, PlanNode root, PlanNode node, List<SpecialNeed> needs) {
        if (node.isSequentialScan()) {
            workload.table(node.schema(), node.relation())
                    .ifPresent(table -> scan(statement, root, node, table, needs));
        }
        node.children().forEach(child -> visit(workload, statement, root, child, needs));
    }

    private static void scan(
            StatementFacts statement, PlanNode root, PlanNode scan, TableFacts table, List<SpecialNeed> needs) {
        for (var condition : NeedFinder.conditionsOf(scan, table)) {
            if (condition instanceof Condition.Unusable unusable && unusable.special() instanceof Special special) {
                // A limit makes the planner hope for an early end; what was read in reality says whether it came.
                boolean proven = statement.blocksPerCall() >= BLOCKS_OF_A_SCAN * Math.max(1, table.pages());
                double planned = root.totalCost() <= 0 ? 0 : Math.clamp(scan.totalCost() / root.totalCost(), 0, 1);
                needs.add(new SpecialNeed(
                        statement, scan, table, unusable, special, proven ? Math.max(planned, 0.9) : planned, proven));
            }
        }
    }

    /** Why it is not worth an index, whatever its kind; empty when it may be. */
    String unworthy() {
        if (table.rows() < SMALL_TABLE_ROWS) {
            return number("the table has %.0f rows, under 500: reading it whole is as fast", table.rows());
        }
        if (statement.dbTimeShare() < IDLE_SHARE) {
            return number("its statement takes only %.1f %% of the database's time", 100 * statement.dbTimeShare());
        }
        if (savable < 0.5) {
            return number("the scan is only %.0f %% of its statement's planned cost", 100 * savable);
        }
        if (statement.calls() >= 5 && statement.blocksPerCall() < BLOCKS_OF_NO_SCAN * table.pages()) {
            return number(
                    "its statement reads %.0f blocks a call where the table has %d: it does not read all of it",
                    statement.blocksPerCall(), table.pages());
        }
        return "";
    }

    String tableName() {
        return table.schema() + "." + table.name();
    }

    private static String number(String format, Object... values) {
        return String.format(java.util.Locale.ROOT, format, values);
    }
}
