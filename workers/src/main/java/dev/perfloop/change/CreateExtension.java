package dev.perfloop.change;

import java.util.List;

/** Adds an extension that the server has on its disk to the target's database. */
public record CreateExtension(String name) implements Change {
    static final String KIND = "CREATE_EXTENSION";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> statements() {
        return List.of("CREATE EXTENSION IF NOT EXISTS " + Identifier.quote(name));
    }

    /** Refused by PostgreSQL as soon as anything else was built on it. */
    @Override
    public List<String> undoStatements() {
        return List.of("DROP EXTENSION IF EXISTS " + Identifier.quote(name));
    }

    @Override
    public String subject() {
        return "extension " + name;
    }
}
