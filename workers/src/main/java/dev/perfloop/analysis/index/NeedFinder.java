package dev.perfloop.analysis.index;

import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.analysis.plan.Conditions;
import dev.perfloop.analysis.plan.ExpressionParser;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Walks a plan and collects the places where an index might serve. */
final class NeedFinder {
    /** Nodes that hand the rows of their one input on, in some order, perhaps not all of them. */
    private static final Set<String> PASSING =
            Set.of("Sort", "Incremental Sort", "Gather", "Gather Merge", "Limit", "ModifyTable", "LockRows");

    private final StatementFacts statement;
    private final PlanNode root;
    /** By schema and name. */
    private final BiFunction<String, String, Optional<TableFacts>> tables;

    private final List<Need> needs = new ArrayList<>();

    NeedFinder(StatementFacts statement, PlanNode root, BiFunction<String, String, Optional<TableFacts>> tables) {
        this.statement = statement;
        this.root = root;
        this.tables = tables;
    }

    List<Need> find() {
        visit(root, 1, new ArrayDeque<>());
        return needs;
    }

    private void visit(PlanNode node, double loops, Deque<PlanNode> ancestors) {
        if (node.isScanOfTable()) {
            tableOf(node).ifPresent(table -> scan(node, table, loops, ancestors));
        }
        if (node.isJoin()) {
            new JoinNeeds(statement, root, this::tableOf).of(node, loops, needs);
        }
        ancestors.push(node);
        for (var child : node.children()) {
            visit(child, loops * timesRun(node, child), ancestors);
        }
        ancestors.pop();
    }

    /** How often a node runs its child: an inner side as often as the outer has rows, a sub-plan once a row. */
    static double timesRun(PlanNode parent, PlanNode child) {
        boolean rescanned = parent.type().equals("Nested Loop")
                && child.relationship().equals("Inner")
                && !child.type().equals("Materialize");
        if (rescanned) {
            return parent.input().map(PlanNode::rows).orElse(1.0);
        }
        return child.relationship().equals("SubPlan") ? Math.max(1, parent.rows()) : 1;
    }

    private void scan(PlanNode scan, TableFacts table, double loops, Deque<PlanNode> ancestors) {
        var conditions = conditionsOf(scan, table);
        PlanNode top = scan;
        PlanNode limit = null;
        PlanNode sort = null;
        boolean whole = true;
        for (var ancestor : ancestors) {
            if (!PASSING.contains(ancestor.type())
                    || top.relationship().equals("InitPlan")
                    || top.relationship().equals("SubPlan")) {
                whole = false;
                break;
            }
            switch (ancestor.type()) {
                case "Limit" -> limit = ancestor;
                case "Sort", "Incremental Sort" -> sort = ancestor;
                default -> {}
            }
            top = ancestor;
        }
        var order = sort == null ? List.<SortColumn>of() : orderOf(sort, scan, table);
        boolean sortOfOthers = sort != null && order.isEmpty();
        PlanNode cut = sortOfOthers ? null : limit;
        boolean seq = scan.isSequentialScan();
        boolean inVain = limit != null && sort == null && Need.searchesWhole(statement, scan, table);
        if (!seq && scan.condition("Filter").isEmpty()) {
            return; // the index in use answers all there is to ask
        }
        needs.add(new Need(
                statement,
                scan,
                table,
                Math.max(scan.rows(), gathered(scan, ancestors).rows()),
                conditions,
                cut != null ? order : List.of(),
                cut != null ? wanted(cut, whole) : null,
                inVain
                        ? scan.totalCost()
                        : cut != null
                                ? cut.totalCost()
                                : gathered(scan, ancestors).totalCost(),
                loops,
                1,
                inVain ? Math.max(scan.totalCost(), root.totalCost()) : root.totalCost(),
                whole && limit == null && statement.calls() > 0 && table.rows() > 0
                        ? Math.min(1, statement.rowsPerCall() / table.rows())
                        : null,
                seq && (limit == null || sort != null || inVain)));
    }

    /** A limit that is a parameter is planned as a tenth of the rows; what came back in reality knows better. */
    private double wanted(PlanNode limit, boolean whole) {
        return whole && statement.calls() > 0
                ? Math.min(limit.rows(), Math.max(1, statement.rowsPerCall()))
                : limit.rows();
    }

    private static PlanNode gathered(PlanNode scan, Deque<PlanNode> ancestors) {
        var parent = ancestors.peek();
        return parent != null && parent.type().startsWith("Gather") ? parent : scan;
    }

    private Optional<TableFacts> tableOf(PlanNode node) {
        String schema = node.schema();
        String relation = node.relation();
        return schema == null || relation == null ? Optional.empty() : tables.apply(schema, relation);
    }

    static List<Condition> conditionsOf(PlanNode scan, TableFacts table) {
        var reader = reader(scan, table);
        List<Condition> conditions = new ArrayList<>();
        for (String label : List.of("Index Cond", "Recheck Cond", "Filter")) {
            scan.condition(label).ifPresent(text -> conditions.addAll(reader.of(text)));
        }
        return conditions;
    }

    static Conditions reader(PlanNode scan, TableFacts table) {
        String alias = scan.alias();
        return new Conditions(
                alias == null ? table.name() : alias, name -> table.column(name).map(ColumnFacts::type));
    }

    /** Empty when a sort key is more than a column of this table, or has its nulls where an index would not. */
    private static List<SortColumn> orderOf(PlanNode sort, PlanNode scan, TableFacts table) {
        List<SortColumn> order = new ArrayList<>();
        for (String key : sort.sortKey()) {
            var column = sortColumn(key, reader(scan, table));
            if (column == null) {
                return List.of();
            }
            order.add(column);
        }
        return order;
    }

    private static @Nullable SortColumn sortColumn(String key, Conditions reader) {
        if (key.contains(" NULLS ") || key.contains(" USING ") || key.contains(" COLLATE ")) {
            return null;
        }
        boolean descending = key.endsWith(" DESC");
        String expression = descending ? key.substring(0, key.length() - " DESC".length()) : key;
        return ExpressionParser.parse(expression)
                .flatMap(reader::plainColumn)
                .map(column -> new SortColumn(column, descending))
                .orElse(null);
    }
}
