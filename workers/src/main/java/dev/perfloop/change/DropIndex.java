package dev.perfloop.change;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes an index away while reads and writes go on.
 *
 * @param definition what {@code pg_get_indexdef} said of it when the change was proposed; the undo builds it again
 */
public record DropIndex(TableName table, String indexName, String definition) implements IndexChange {
    static final String KIND = "DROP_INDEX";
    private static final Pattern CREATE = Pattern.compile("^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY )");

    public DropIndex {
        if (!CREATE.matcher(definition).find()) {
            throw new IllegalArgumentException("Not an index definition: " + definition);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> statements() {
        return List.of("DROP INDEX CONCURRENTLY IF EXISTS " + new TableName(table.schema(), indexName).sql());
    }

    @Override
    public List<String> undoStatements() {
        return List.of(CREATE.matcher(definition).replaceFirst("CREATE $1INDEX CONCURRENTLY "));
    }
}
