package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Some indexes, and what the workload costs with them.
 *
 * @param costs of one call of each query, in the order of the demand
 * @param total weighted sum of those, and the upkeep of the indexes
 */
public record Selection(List<CreateIndex> indexes, List<Double> costs, double total, double bytes) {

    static Selection of(Collection<CreateIndex> indexes, Demand demand, Prices prices) {
        List<Double> costs = new ArrayList<>(demand.queries().size());
        for (var query : demand.queries()) {
            costs.add(prices.of(query, indexes).cost());
        }
        return sum(List.copyOf(indexes), costs, demand, prices);
    }

    /** The same with some indexes in place of others; asks only for the queries they may concern. */
    Selection replacing(Collection<CreateIndex> gone, Collection<CreateIndex> added, Demand demand, Prices prices) {
        List<CreateIndex> now = new ArrayList<>(indexes);
        now.removeAll(gone);
        added.stream().filter(index -> !now.contains(index)).forEach(now::add);
        List<Double> changed = new ArrayList<>(costs);
        var all = prices.numbers(now);
        var others = prices.numbers(gone);
        others.or(prices.numbers(added));
        for (int i = 0; i < changed.size(); i++) {
            var query = demand.queries().get(i);
            if (prices.concern(query, others)) {
                changed.set(i, prices.of(query, all).cost());
            }
        }
        return sum(List.copyOf(now), changed, demand, prices);
    }

    private static Selection sum(List<CreateIndex> indexes, List<Double> costs, Demand demand, Prices prices) {
        double total = indexes.stream()
                .mapToDouble(index -> demand.upkeep(index.table()))
                .sum();
        for (int i = 0; i < costs.size(); i++) {
            total += demand.queries().get(i).weight() * costs.get(i);
        }
        return new Selection(indexes, costs, total, prices.bytes(indexes));
    }
}
