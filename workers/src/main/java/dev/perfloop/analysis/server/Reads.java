package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Workload;
import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the statements with a plan read which table, and how much of their work that is. */
final class Reads {
    private static final double INDEX_READS_SKIP = 0.5;

    private final Map<String, List<Read>> byTable = new HashMap<>();

    /** @param share of the statement's planned cost that the scan has, 0 to 1 */
    record Read(StatementFacts statement, PlanNode scan, double share) {
        /** Share of the statement's time that goes when this share of the table's pages goes. */
        double removable(double wastedShare) {
            return wastedShare * share * (scan.isSequentialScan() ? 1 : INDEX_READS_SKIP);
        }
    }

    private Reads() {}

    static Reads of(Workload workload) {
        var reads = new Reads();
        workload.plans()
                .forEach((id, plan) -> workload.statement(id).ifPresent(statement -> reads.add(statement, plan, plan)));
        return reads;
    }

    private void add(StatementFacts statement, PlanNode root, PlanNode node) {
        if (node.isScanOfTable()) {
            double share = root.totalCost() <= 0 ? 0 : Math.clamp(node.totalCost() / root.totalCost(), 0, 1);
            byTable.computeIfAbsent(node.schema() + "." + node.relation(), table -> new ArrayList<>())
                    .add(new Read(statement, node, share));
        }
        node.children().forEach(child -> add(statement, root, child));
    }

    /** The heaviest statement first. */
    List<Read> of(TableFacts table) {
        return byTable.getOrDefault(table.schema() + "." + table.name(), List.of()).stream()
                .sorted(Comparator.comparingDouble(
                                (Read read) -> read.statement().totalMs())
                        .reversed())
                .toList();
    }

    /** What the missed objectives would gain when this share of the table's pages went, 0 to 100. */
    static double impact(Workload workload, List<Read> reads, double wastedShare) {
        return Math.min(
                100,
                reads.stream()
                        .mapToDouble(read -> workload.impactOf(read.statement(), read.removable(wastedShare)))
                        .sum());
    }
}
