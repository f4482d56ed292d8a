package dev.perfloop.change;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets a parameter of the server, for the target's database or for the whole server. One that takes a restart is not for us.
 *
 * @param database the target's, whose new sessions begin with the value; of no account for the whole server
 * @param value    with its unit, as {@code SET} takes it
 * @param former   what was set at the same place before; null when nothing was
 * @param plans    whether plans are made by it: sessions keep those of their prepared statements, and follow the former value with
 *                 them, until they are told to plan anew
 */
public record SetParameter(
        Scope scope,
        String database,
        String name,
        String value,
        @Nullable String former,
        boolean plans) implements Change {
    static final String KIND = "SET_PARAMETER";
    static final String RELOAD = "SELECT pg_reload_conf()";
    /**
     * A schema that comes or goes has all sessions of the database make their plans anew ({@code PlanCacheSysCallback} in
     * PostgreSQL's plancache.c); this one is gone before anybody sees it.
     */
    static final String REPLAN =
            "DO 'BEGIN CREATE SCHEMA perfloop_replan; DROP SCHEMA perfloop_replan; END' /* sessions plan anew */";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    /** Where a parameter is set, which decides for whom it holds and from when. */
    public enum Scope {
        /** For sessions of the target's database that begin from now on. */
        DATABASE,
        /** For every session of the server, at once. */
        SYSTEM
    }

    public SetParameter {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a parameter: " + name);
        }
        checked(value);
        if (former != null) {
            checked(former);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> statements() {
        return followed(place() + " SET " + name + " TO " + quoted(value));
    }

    @Override
    public List<String> undoStatements() {
        return followed(
                former == null ? place() + " RESET " + name : place() + " SET " + name + " TO " + quoted(former));
    }

    /** What sets it and what takes it back, without what makes the server read it. */
    List<String> written() {
        return List.of(statements().getFirst(), undoStatements().getFirst());
    }

    @Override
    public String subject() {
        return "parameter " + name;
    }

    private String place() {
        return switch (scope) {
            case DATABASE -> "ALTER DATABASE " + Identifier.quote(database);
            case SYSTEM -> "ALTER SYSTEM";
        };
    }

    private List<String> followed(String statement) {
        return switch (scope) {
            case DATABASE -> List.of(statement);
            case SYSTEM -> plans ? List.of(statement, RELOAD, REPLAN) : List.of(statement, RELOAD);
        };
    }

    /** A backslash would mean one thing or another by standard_conforming_strings; no value of ours needs one. */
    private static void checked(String value) {
        if (value.indexOf('\0') >= 0 || value.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("Not a value we set: " + value);
        }
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
