package dev.perfloop.tpch;

import dev.perfloop.change.CreateIndex;
import java.util.List;
import java.util.Set;

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
}
