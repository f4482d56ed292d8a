package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes for each access the cheapest way there is: an index more never makes a statement dearer. */
final class SyntheticPlanner implements Planner {
    private static final double ENTRY = 12;
    private static final double COLUMN = 8;

    private final Map<String, List<Access>> statements = new HashMap<>();
    private final Map<String, Double> rows = new HashMap<>();

    /** A statement that is from now on known. */
    Query statement(String id, double weight, Access... accesses) {
        statements.put(id, List.of(accesses));
        for (var access : accesses) {
            rows.put(access.table().name(), access.rows());
        }
        return new Query(
                id, "", weight, List.of(accesses).stream().map(Access::need).toList());
    }

    @Override
    public Price price(Query query, Set<CreateIndex> indexes) {
        double cost = 0;
        Set<CreateIndex> used = new HashSet<>();
        for (var access : statements.getOrDefault(query.id(), List.of())) {
            CreateIndex best = indexes.stream()
                    .filter(index -> index.table().equals(access.table()))
                    .min((a, b) -> {
                        int dearer = Double.compare(access.through(a), access.through(b));
                        return dearer != 0 ? dearer : a.pretended().compareTo(b.pretended());
                    })
                    .orElse(null);
            if (best != null && access.through(best) < access.whole()) {
                used.add(best);
                cost += access.through(best);
            } else {
                cost += access.whole();
            }
        }
        return new Price(cost, used);
    }

    @Override
    public double bytes(CreateIndex index) {
        return rows.getOrDefault(index.table().name(), 0.0)
                * (ENTRY + COLUMN * Shape.columns(index).size());
    }
}
