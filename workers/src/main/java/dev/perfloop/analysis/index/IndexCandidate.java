package dev.perfloop.analysis.index;

import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that does not exist yet.
 *
 * @param equalities how many of the first columns are compared for equality, so that their order among each other is free
 * @param partial    null for an index over all rows
 */
public record IndexCandidate(
        TableFacts table,
        List<Column> columns,
        int equalities,
        @Nullable Partial partial) {
    public IndexCandidate(TableFacts table, List<Column> columns, int equalities) {
        this(table, columns, equalities, null);
    }

    /**
     * @param predicate as SQL
     * @param share     of the table's rows that meet it
     */
    public record Partial(String predicate, double share) {}

    /** @param descending only where the order of columns among each other needs it */
    public record Column(String name, boolean descending) {}

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** SQL of the condition that its rows meet; null when it is over all rows. */
    public @Nullable String predicate() {
        return partial == null ? null : partial.predicate();
    }

    /** Share of the table's rows that it holds. */
    double heldShare() {
        return partial == null ? 1 : partial.share();
    }

    /** For people: {@code public.orders (customer_id, created_at DESC)}. */
    public String title() {
        return table.schema() + "." + table.name()
                + columns.stream()
                        .map(column -> column.name() + (column.descending() ? " DESC" : ""))
                        .collect(Collectors.joining(", ", " (", ")"))
                + (partial == null ? "" : " WHERE " + partial.predicate());
    }
}
