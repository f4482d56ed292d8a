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
 * @param pages   of the table, or of the index where that is read from end to end instead
 * @param proven  true when the blocks the statement read are those of the whole
 */
record SpecialNeed(
        StatementFacts statement,
        PlanNode scan,
        TableFacts table,
        Condition.Unusable condition,
        Special special,
        double savable,
        double pages,
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
        if (node.isSequentialScan() || isReadToTheEnd(node)) {
            workload.table(node.schema(), node.relation())
                    .ifPresent(table -> scan(statement, root, node, table, pages(workload, node, table), needs));
        }
        node.children().forEach(child -> visit(workload, statement, root, child, needs));
    }

    /** An index is smaller than its table: where all columns asked for are in it, all of it is read for a condition. */
    private static boolean isReadToTheEnd(PlanNode node) {
        return node.type().equals("Index Only Scan")
                && node.condition("Index Cond").isEmpty();
    }

    private static double pages(Workload workload, PlanNode node, TableFacts table) {
        return workload.profile().indexes().stream()
                .filter(index -> !node.isSequentialScan()
                        && index.name().equals(node.index())
                        && index.schema().equals(table.schema()))
                .mapToDouble(index -> (double) index.sizeBytes() * table.pages() / Math.max(1, table.sizeBytes()))
                .findFirst()
                .orElse(table.pages());
    }

    private static void scan(
            StatementFacts statement,
            PlanNode root,
            PlanNode scan,
            TableFacts table,
            double pages,
            List<SpecialNeed> needs) {
        for (var condition : NeedFinder.conditionsOf(scan, table)) {
            if (condition instanceof Condition.Unusable unusable && unusable.special() instanceof Special special) {
                // A limit makes the planner hope for an early end; what was read in reality says whether it came.
                boolean proven = statement.blocksPerCall() >= BLOCKS_OF_A_SCAN * Math.max(1, pages);
                double planned = root.totalCost() <= 0 ? 0 : Math.clamp(scan.totalCost() / root.totalCost(), 0, 1);
                needs.add(new SpecialNeed(
                        statement,
                        scan,
                        table,
                        unusable,
                        special,
                        proven ? Math.max(planned, 0.9) : planned,
                        pages,
                        proven));
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
        if (statement.calls() >= 5 && statement.blocksPerCall() < BLOCKS_OF_NO_SCAN * pages) {
            return number(
                    "its statement reads %.0f blocks a call where the table has %.0f: it does not read all of it",
                    statement.blocksPerCall(), pages);
        }
        return "";
    }

    /**
     * Share of the table's rows that are known to be kept: those that came back, or those the planner expects where the text has the
     * value. Neither tells when the rows are added up and the value is a parameter.
     */
    double keptShare() {
        double rows = Math.max(1, table.rows());
        double planned = condition.text().contains("$") ? 0 : scan.rows() / rows;
        return Math.min(1, Math.max(statement.rowsPerCall() / rows, planned));
    }

    SpecialFinding.Place place() {
        return new SpecialFinding.Place(statement, scan, table, savable, special.column());
    }

    String tableName() {
        return table.schema() + "." + table.name();
    }

    private static String number(String format, Object... values) {
        return String.format(java.util.Locale.ROOT, format, values);
    }
}
