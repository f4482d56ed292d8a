package dev.perfloop.profiling.whatif;

/** Names as SQL spells them. */
final class SqlName {
    private SqlName() {}

    static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String of(String schema, String name) {
        return of(schema) + "." + of(name);
    }

    /** @param name of the index; empty to let the server choose */
    static String createIndex(String name, Pretence.Index index) {
        return createIndex(name, of(index.schema(), index.table()), index);
    }

    static String createIndex(String name, String table, Pretence.Index index) {
        return "CREATE INDEX " + name + " ON " + table + " " + index.definition();
    }
}
