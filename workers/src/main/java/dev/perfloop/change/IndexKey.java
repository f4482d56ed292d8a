package dev.perfloop.change;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index; ascending puts nulls last and descending puts them first, as PostgreSQL does unasked.
 *
 * @param column     a column's name as the catalog spells it; of an expression its SQL
 * @param expression true when {@code column} is SQL: it then comes from the analysis, which prints it from what it parsed
 * @param opclass    operator class; null for the type's default one
 */
public record IndexKey(
        String column,
        boolean descending,
        boolean expression,
        @Nullable String opclass) {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    public IndexKey {
        if (opclass != null && !PLAIN_NAME.matcher(opclass).matches()) {
            throw new IllegalArgumentException("Not an operator class: " + opclass);
        }
        if (expression) {
            OneExpression.checked(column);
        }
    }

    public IndexKey(String column, boolean descending) {
        this(column, descending, false, null);
    }

    public static IndexKey ascending(String column) {
        return new IndexKey(column, false);
    }

    public static IndexKey descending(String column) {
        return new IndexKey(column, true);
    }

    boolean isPlain() {
        return !expression && opclass == null;
    }

    String sql() {
        return (expression ? "(" + column + ")" : Identifier.quote(column))
                + (opclass == null ? "" : " " + opclass)
                + (descending ? " DESC" : "");
    }
}
