package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An index finds the rows of a statement, and then the table is read for a few more columns.
 *
 * @param index    in use
 * @param included columns that it lacks
 * @param loops    how often the scan runs in one execution
 */
record CoveringNeed(
        StatementFacts statement,
        PlanNode root,
        PlanNode scan,
        TableFacts table,
        IndexFacts index,
        List<String> included,
        double loops) {

    static List<CoveringNeed> in(Workload workload) {
        List<CoveringNeed> needs = new ArrayList<>();
        workload.plans()
                .forEach((id, plan) -> workload.statement(id)
                        .ifPresent(statement -> visit(workload, statement, plan, plan, 1, needs)));
        return needs;
    }

    private static void visit(
            Workload workload,
            StatementFacts statement,
            PlanNode root,
            PlanNode node,
            double loops,
            List<CoveringNeed> needs) {
        for (var index : indexes(workload, node)) {
            workload.table(node.schema(), node.relation())
                    .ifPresent(table -> ColumnsRead.of(root, node, table)
                            .filter(columns -> !isWritten(root))
                            .map(columns -> lacking(index, columns))
                            .filter(columns -> !columns.isEmpty())
                            .ifPresent(columns ->
                                    needs.add(new CoveringNeed(statement, root, node, table, index, columns, loops))));
        }
        for (var child : node.children()) {
            visit(workload, statement, root, child, loops * NeedFinder.timesRun(node, child), needs);
        }
    }

    /** What changes or locks a row has to read it in the table. */
    private static boolean isWritten(PlanNode root) {
        return Set.of("ModifyTable", "LockRows").contains(root.type())
                || root.children().stream().anyMatch(CoveringNeed::isWritten);
    }

    /** The B-tree that a scan finds its rows by; none when it joins several or has expressions for keys. */
    private static List<IndexFacts> indexes(Workload workload, PlanNode node) {
        Stream<PlanNode> by = switch (node.type()) {
            case "Index Scan" -> Stream.of(node);
            case "Bitmap Heap Scan" -> node.children().stream();
            default -> Stream.empty();
        };
        return by.filter(it -> it.condition("Index Cond").isPresent())
                .flatMap(it -> workload.profile().indexes().stream()
                        .filter(index -> index.name().equals(it.index())
                                && index.schema().equals(node.schema())
                                && index.table().equals(node.relation())))
                .filter(index -> index.method().equals("btree")
                        && index.predicate() == null
                        && index.keys().stream().allMatch(IndexFacts.Key::column))
                .toList();
    }

    private static List<String> lacking(IndexFacts index, Set<String> columns) {
        return columns.stream()
                .filter(column ->
                        index.keys().stream().noneMatch(key -> key.expression().equals(column)))
                .toList();
    }

    /** The index's own keys and those to carry along. */
    List<String> allColumns() {
        return Stream.concat(index.keys().stream().map(IndexFacts.Key::expression), included.stream())
                .toList();
    }
}
