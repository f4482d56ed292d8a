package dev.perfloop.change;

import java.util.List;
import java.util.stream.Collectors;

/** A B-tree over columns, built while reads and writes go on. */
public record CreateIndex(TableName table, List<IndexKey> keys) implements Change {
    static final String KIND = "CREATE_INDEX";

    public CreateIndex {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > 32) {
            throw new IllegalArgumentException("An index has 1 to 32 columns, not " + keys.size());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String indexName() {
        return IndexName.of(this);
    }

    @Override
    public List<String> statements() {
        return List.of("CREATE INDEX CONCURRENTLY %s ON %s (%s)"
                .formatted(Identifier.quote(indexName()), table.sql(), columns()));
    }

    @Override
    public List<String> undoStatements() {
        return List.of("DROP INDEX CONCURRENTLY IF EXISTS " + new TableName(table.schema(), indexName()).sql());
    }

    private String columns() {
        return keys.stream().map(IndexKey::sql).collect(Collectors.joining(", "));
    }
}
