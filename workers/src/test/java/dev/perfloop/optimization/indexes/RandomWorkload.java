package dev.perfloop.optimization.indexes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A workload of any kind, the same for the same seed. */
final class RandomWorkload {
    private static final int COLUMNS = 8;

    final SyntheticPlanner planner = new SyntheticPlanner();
    private final Random random;
    private final Map<String, Double> rows = new HashMap<>();
    private final Map<String, Double> shares = new HashMap<>();

    RandomWorkload(long seed) {
        random = new Random(seed);
    }

    Demand of(int queries, int tables) {
        return new Demand(
                IntStream.range(0, queries).mapToObj(i -> query(i, tables)).toList(), Map.of());
    }

    private Query query(int number, int tables) {
        List<Access> accesses = new ArrayList<>();
        for (int table :
                random.ints(1 + random.nextInt(2), 0, tables).distinct().toArray()) {
            accesses.add(access("t" + table));
        }
        return planner.statement("q" + number, Math.pow(10, 2 * random.nextDouble()), accesses.toArray(Access[]::new));
    }

    private Access access(String table) {
        var access = Access.to(table, rows.computeIfAbsent(table, it -> Math.pow(10, 4 + 2 * random.nextDouble())));
        List<String> columns = new ArrayList<>(random.ints(5, 0, COLUMNS)
                .distinct()
                .mapToObj(column -> "c" + column)
                .toList());
        int filters = Math.min(columns.size(), 1 + random.nextInt(3));
        for (String column : columns.subList(0, filters)) {
            access = access.where(
                    column, shares.computeIfAbsent(table + column, it -> Math.pow(10, -3 * random.nextDouble())));
        }
        List<String> rest = columns.subList(filters, columns.size());
        if (!rest.isEmpty() && random.nextInt(3) == 0) {
            access = access.orderBy(rest.getFirst());
            rest = rest.subList(1, rest.size());
        }
        return access.reading(rest.toArray(String[]::new));
    }
}
