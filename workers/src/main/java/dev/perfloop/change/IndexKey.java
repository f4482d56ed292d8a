package dev.perfloop.change;

/** One column of an index; ascending puts nulls last and descending puts them first, as PostgreSQL does unasked. */
public record IndexKey(String column, boolean descending) {
    public static IndexKey ascending(String column) {
        return new IndexKey(column, false);
    }

    public static IndexKey descending(String column) {
        return new IndexKey(column, true);
    }

    String sql() {
        return Identifier.quote(column) + (descending ? " DESC" : "");
    }
}
