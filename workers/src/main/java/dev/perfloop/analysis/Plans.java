package dev.perfloop.analysis;

import dev.perfloop.analysis.plan.PlanNode;
import dev.perfloop.analysis.plan.PlanReader;
import dev.perfloop.profiling.StatementPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The captured plans by their statements' ids, each read once. */
record Plans(List<StatementPlan> readable, Map<Long, PlanNode> byStatement) {

    static Plans of(List<StatementPlan> captured) {
        Map<Long, PlanNode> read = new HashMap<>();
        List<StatementPlan> readable = new ArrayList<>();
        for (var plan : captured) {
            read(plan).ifPresent(node -> {
                readable.add(plan);
                read.putIfAbsent(plan.queryId(), node);
            });
        }
        return new Plans(List.copyOf(readable), Map.copyOf(read));
    }

    /** A plan that is cut off or none at all is as good as not captured. */
    private static Optional<PlanNode> read(StatementPlan plan) {
        try {
            var node = PlanReader.read(plan.json());
            return node.type().isEmpty() ? Optional.empty() : Optional.of(node);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
