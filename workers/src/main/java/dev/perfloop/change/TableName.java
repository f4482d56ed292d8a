package dev.perfloop.change;

/** A table as the catalog spells it: unquoted, case as it is. */
public record TableName(String schema, String name) {
    String sql() {
        return Identifier.quote(schema) + "." + Identifier.quote(name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
