package dev.perfloop.analysis.index;

import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index that does not exist yet.
 *
 * @param equalities how many of the first columns are compared for equality, so that their order among each other is free
 */
public record IndexCandidate(TableFacts table, List<Column> columns, int equalities) {

    /** @param descending only where the order of columns among each other needs it */
    public record Column(String name, boolean descending) {}

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** For people: {@code public.orders (customer_id, created_at DESC)}. */
    public String title() {
        return table.schema() + "." + table.name()
                + columns.stream()
                        .map(column -> column.name() + (column.descending() ? " DESC" : ""))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
