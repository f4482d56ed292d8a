package dev.perfloop.change;

/** Names from the catalog as SQL may carry them (PostgreSQL manual, 4.1.1). */
final class Identifier {
    private Identifier() {}

    /** Always quoted, so that neither case, nor blanks, nor a reserved word, nor a quote inside can change the meaning. */
    static String quote(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Not a name: '" + name + "'");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
