package dev.perfloop.tpch;

import dev.perfloop.change.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A set of indexes, by whom, and what it is said to bring.
 *
 * @param share   of the tables' size that it was allowed to take
 * @param costs   planned, of each statement, all asked anew with the whole set
 * @param bytes   forecast of each index
 * @param asked   questions to the planner
 * @param seconds that the search took
 */
record Advice(
        String by,
        double share,
        List<CreateIndex> indexes,
        List<Double> costs,
        double cost,
        List<Double> bytes,
        long asked,
        double seconds) {

    double size() {
        return bytes.stream().mapToDouble(Double::doubleValue).sum();
    }

    Set<CreateIndex> set() {
        return Set.copyOf(indexes);
    }

    /** @param forecast of an index that was built on a copy */
    Advice tried(List<CreateIndex> kept, ToDoubleFunction<CreateIndex> forecast) {
        List<Double> sizes = kept.stream().map(forecast::applyAsDouble).toList();
        return new Advice(by + ", tried", share, kept, costs, cost, sizes, asked, seconds);
    }
}
