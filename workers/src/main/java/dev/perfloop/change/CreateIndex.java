package dev.perfloop.change;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index, built while reads and writes go on.
 *
 * @param method    access method: btree, gin ...
 * @param include   columns carried along so that the table need not be read
 * @param predicate SQL of a partial index; null for one over all rows
 */
public record CreateIndex(
        TableName table,
        List<IndexKey> keys,
        String method,
        List<String> include,
        @Nullable String predicate) implements IndexChange {
    static final String KIND = "CREATE_INDEX";
    private static final String BTREE = "btree";
    private static final Set<String> METHODS = Set.of(BTREE, "hash", "gin", "gist", "brin", "spgist");

    public CreateIndex {
        keys = List.copyOf(keys);
        // Changes kept by an earlier version say nothing of these two.
        method = Objects.requireNonNullElse(method, BTREE);
        include = include == null ? List.of() : List.copyOf(include);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("Not an access method: " + method);
        }
        if (predicate != null) {
            OneExpression.checked(predicate);
        }
        if (keys.isEmpty() || keys.size() > 32) {
            throw new IllegalArgumentException("An index has 1 to 32 columns, not " + keys.size());
        }
    }

    public CreateIndex(TableName table, List<IndexKey> keys) {
        this(table, keys, BTREE, List.of(), null);
    }

    /** Over columns in their own order and nothing else. */
    boolean isPlain() {
        return method.equals(BTREE)
                && include.isEmpty()
                && predicate == null
                && keys.stream().allMatch(IndexKey::isPlain);
    }

    /** What follows the table's name. */
    public String definition() {
        return (method.equals(BTREE) ? "" : "USING " + method + " ")
                + keys.stream().map(IndexKey::sql).collect(Collectors.joining(", ", "(", ")"))
                + (include.isEmpty()
                        ? ""
                        : include.stream().map(Identifier::quote).collect(Collectors.joining(", ", " INCLUDE (", ")")))
                + (predicate == null ? "" : " WHERE " + predicate);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** For a planner that is to pretend it is there. */
    public String pretended() {
        return "CREATE INDEX ON " + table.sql() + " " + definition();
    }

    @Override
    public String indexName() {
        return IndexName.of(this);
    }

    @Override
    public List<String> statements() {
        return List.of("CREATE INDEX CONCURRENTLY %s ON %s %s"
                .formatted(Identifier.quote(indexName()), table.sql(), definition()));
    }

    @Override
    public List<String> undoStatements() {
        return List.of("DROP INDEX CONCURRENTLY IF EXISTS " + new TableName(table.schema(), indexName()).sql());
    }
}
