package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Extend, to be held against: Schlosser, Kossmann, Boissier, "Efficient Scalable Multi-attribute Index Selection Using Recursive
 * Strategies", ICDE 2019, in the form and with the settings of the authors' evaluation platform (VLDB 2020). Each step adds the
 * index on one column, or appends a column to an index, that takes off most for its bytes; a step has to take 0.3 % off what the
 * workload costs by then.
 *
 * @param width most columns of one index: 2 in the platform's default settings, 3 in the published TPC-H runs
 */
public record Extend(Demand demand, Prices prices, double budget, int width) {
    private static final double LEAST_IMPROVEMENT = 1.003;

    public List<CreateIndex> set() {
        List<CreateIndex> singles = singles();
        List<CreateIndex> chosen = List.of();
        double cost = cost(chosen);
        for (Step step = step(chosen, cost, singles); step != null; step = step(chosen, cost, singles)) {
            chosen = step.to();
            cost = step.cost();
        }
        return chosen;
    }

    public double cost(List<CreateIndex> indexes) {
        return demand.queries().stream()
                .mapToDouble(query -> query.weight() * prices.of(query, indexes).cost())
                .sum();
    }

    private record Step(List<CreateIndex> to, double cost, double worth) {}

    private @Nullable Step step(List<CreateIndex> chosen, double cost, List<CreateIndex> singles) {
        Step best = null;
        for (var single : singles) {
            if (!chosen.contains(single)) {
                best = better(best, replaced(chosen, null, single), cost, 0);
            }
            for (var index : chosen) {
                var wider = appended(index, single);
                if (wider != null && !chosen.contains(wider)) {
                    best = better(best, replaced(chosen, index, wider), cost, prices.bytes(index));
                }
            }
        }
        return best;
    }

    private @Nullable Step better(@Nullable Step best, List<CreateIndex> to, double before, double bytesGone) {
        if (prices.bytes(to) > budget) {
            return best;
        }
        double cost = cost(to);
        double worth = (before - cost) / (prices.bytes(to.getLast()) - bytesGone);
        return cost * LEAST_IMPROVEMENT < before && (best == null || worth > best.worth())
                ? new Step(to, cost, worth)
                : best;
    }

    private @Nullable CreateIndex appended(CreateIndex index, CreateIndex single) {
        if (!index.table().equals(single.table())
                || index.keys().size() >= width
                || index.keys().contains(single.keys().getFirst())) {
            return null;
        }
        List<IndexKey> keys = new ArrayList<>(index.keys());
        keys.addAll(single.keys());
        return new CreateIndex(index.table(), keys);
    }

    private static List<CreateIndex> replaced(List<CreateIndex> chosen, @Nullable CreateIndex gone, CreateIndex added) {
        List<CreateIndex> to = new ArrayList<>(chosen);
        if (gone != null) {
            to.remove(gone);
        }
        to.add(added);
        return to;
    }

    private List<CreateIndex> singles() {
        var columns = new TreeMap<String, Set<String>>();
        var tables = new TreeMap<String, TableName>();
        demand.queries().stream().flatMap(query -> query.needs().stream()).forEach(need -> {
            tables.put(need.table().toString(), need.table());
            columns.computeIfAbsent(need.table().toString(), it -> new TreeSet<>())
                    .addAll(need.columns());
        });
        return tables.entrySet().stream()
                .flatMap(table -> columns.getOrDefault(table.getKey(), Set.of()).stream()
                        .map(column -> new CreateIndex(table.getValue(), List.of(IndexKey.ascending(column)))))
                .toList();
    }
}
