package dev.perfloop.profiling.whatif;

import dev.perfloop.profiling.ExplainableStatement;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** By HypoPG, on the target's own statistics. B-tree, hash and BRIN only. */
final class HypotheticalIndexes implements Pretence, AutoCloseable {
    private final PlanRepository plans;
    private final HypotheticalRepository hypothetical;
    private final SavepointRepository savepoints;
    private final int serverVersion;
    private final Map<Index, Long> there = new HashMap<>();
    private final Set<Index> impossible = new HashSet<>();

    HypotheticalIndexes(
            PlanRepository plans,
            HypotheticalRepository hypothetical,
            SavepointRepository savepoints,
            int serverVersion) {
        this.plans = plans;
        this.hypothetical = hypothetical;
        this.savepoints = savepoints;
        this.serverVersion = serverVersion;
    }

    @Override
    public String how() {
        return "HypoPG";
    }

    @Override
    public Optional<Planned> plan(String statement, Set<Index> indexes) {
        return ExplainableStatement.of(statement).flatMap(text -> {
            offer(indexes);
            return plans.explain(text, serverVersion) instanceof Explained.Plan plan
                    ? Optional.of(planned(plan.json()))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<Double> bytes(Index index) {
        pretend(index);
        return Optional.ofNullable(there.get(index)).map(hypothetical::bytes);
    }

    private Planned planned(String json) {
        var plan = Believing.of(json);
        Set<Index> used = new HashSet<>();
        // HypoPG names what is not there <id>method_table_column.
        there.forEach((index, id) -> {
            if (plan.indexes().stream().anyMatch(name -> name.startsWith("<" + id + ">"))) {
                used.add(index);
            }
        });
        return new Planned(plan.cost(), used);
    }

    private void offer(Set<Index> indexes) {
        List<Long> others = new ArrayList<>();
        there.entrySet().removeIf(entry -> !indexes.contains(entry.getKey()) && others.add(entry.getValue()));
        if (!others.isEmpty()) {
            hypothetical.forget(others);
        }
        indexes.forEach(this::pretend);
    }

    private void pretend(Index index) {
        if (there.containsKey(index) || impossible.contains(index)) {
            return;
        }
        try {
            there.put(index, savepoints.within(() -> hypothetical.pretend(SqlName.createIndex("", index))));
        } catch (DataAccessException unknownMethod) {
            impossible.add(index);
        }
    }

    @Override
    public void close() {
        hypothetical.forgetAll();
    }
}
