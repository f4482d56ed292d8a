package dev.perfloop.tpch;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.indexes.Demand;
import dev.perfloop.optimization.indexes.Extend;
import dev.perfloop.optimization.indexes.IndexSearch;
import dev.perfloop.optimization.indexes.Limits;
import dev.perfloop.optimization.indexes.Planner;
import dev.perfloop.optimization.indexes.Prices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Asks for sets of indexes, all of one planner.
 *
 * @param tableBytes of which a budget is a share
 */
record Advisers(Demand demand, Planner planner, double tableBytes) {
    static final int WIDTH = 3;
    private static final Duration LONGEST = Duration.ofSeconds(40);

    Advice none() {
        return advice("none", 0, prices -> List.of());
    }

    Advice extend(double share) {
        return advice("Extend", share, prices -> new Extend(demand, prices, share * tableBytes, WIDTH).set());
    }

    Advice ours(double share) {
        return ours("ours", share, WIDTH);
    }

    Advice ours(String by, double share, int width) {
        return advice(
                by,
                share,
                prices -> IndexSearch.best(demand, prices, new Limits(share * tableBytes, width, LONGEST), List.of())
                        .indexes());
    }

    private Advice advice(String by, double share, Function<Prices, List<CreateIndex>> adviser) {
        var prices = new Prices(planner);
        long start = System.nanoTime();
        List<CreateIndex> indexes = adviser.apply(prices);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Double> costs = new ArrayList<>();
        double cost = 0;
        for (var query : demand.queries()) {
            double one = planner.price(query, new HashSet<>(indexes)).cost();
            costs.add(one);
            cost += query.weight() * one;
        }
        List<Double> bytes = indexes.stream().map(prices::bytes).toList();
        return new Advice(by, share, indexes, costs, cost, bytes, prices.asked(), seconds);
    }
}
