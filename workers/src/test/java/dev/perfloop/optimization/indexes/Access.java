package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a statement of the synthetic planner goes to one table: read whole, or through one index. Built by {@link #to}.
 *
 * @param rows      of the table
 * @param filters   columns compared for equality, with the share of rows that is left
 * @param wholeRows no index carries all that it reads
 */
record Access(
        TableName table,
        double rows,
        Map<String, Double> filters,
        List<String> ordered,
        List<String> read,
        boolean wholeRows) {
    private static final double ROWS_A_PAGE = 50;
    private static final double RANDOM_PAGE = 4;
    private static final double ROW = 0.01;
    private static final double INDEX_ROW = 0.005;
    private static final double DESCENT = 5;

    static Access to(String table, double rows) {
        return new Access(new TableName("public", table), rows, new LinkedHashMap<>(), List.of(), List.of(), false);
    }

    Access where(String column, double share) {
        Map<String, Double> more = new LinkedHashMap<>(filters);
        more.put(column, share);
        return new Access(table, rows, more, ordered, read, wholeRows);
    }

    Access orderBy(String... columns) {
        return new Access(table, rows, filters, List.of(columns), read, wholeRows);
    }

    Access reading(String... columns) {
        return new Access(table, rows, filters, ordered, List.of(columns), wholeRows);
    }

    /** Reads more than any index holds. */
    Access readingAll() {
        return new Access(table, rows, filters, ordered, read, true);
    }

    Query.Need need() {
        return new Query.Need(table, List.copyOf(filters.keySet()), ordered, read);
    }

    double whole() {
        return rows / ROWS_A_PAGE + rows * ROW + sort();
    }

    double through(CreateIndex index) {
        List<String> keys = Shape.keys(index);
        double searched = 1;
        int depth = 0;
        while (depth < keys.size() && filters.containsKey(keys.get(depth))) {
            searched *= share(keys.get(depth++));
        }
        List<String> held = Shape.columns(index);
        double fetched = held.stream().mapToDouble(this::share).reduce(1, (a, b) -> a * b);
        double pages = Math.min(fetched * rows * RANDOM_PAGE, rows / ROWS_A_PAGE * RANDOM_PAGE);
        List<String> rest = keys.subList(depth, keys.size());
        boolean sorted =
                rest.size() >= ordered.size() && rest.subList(0, ordered.size()).equals(ordered);
        return DESCENT
                + searched * rows * INDEX_ROW * (1 + 0.1 * held.size())
                + (covers(held) ? 0 : pages)
                + (sorted ? 0 : sort());
    }

    private boolean covers(List<String> held) {
        Set<String> needed = new HashSet<>(filters.keySet());
        needed.addAll(ordered);
        needed.addAll(read);
        return !wholeRows && new HashSet<>(held).containsAll(needed);
    }

    private double share(String column) {
        return filters.getOrDefault(column, 1.0);
    }

    private double sort() {
        double out = new ArrayList<>(filters.values()).stream().reduce(rows, (a, b) -> a * b);
        return ordered.isEmpty() ? 0 : out * ROW * Math.log(2 + out);
    }
}
