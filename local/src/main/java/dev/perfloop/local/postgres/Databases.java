package dev.perfloop.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates what is missing: our database, the shop's, and the role Perfloop works with on the shop's. */
public final class Databases {
    public static final String OURS = "perfloop";
    public static final String SHOP = "shop";
    public static final String AGENT = "perfloop_agent";

    private final Superuser superuser;
    private final int port;

    public Databases(Superuser superuser, int port) {
        this.superuser = superuser;
        this.port = port;
    }

    /** A role of that name that owns a database of that name. */
    public void ensureOwned(String name, String password) throws SQLException {
        try (Connection connection = superuser.connect(port, "postgres")) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                execute(connection, "CREATE ROLE " + name + " LOGIN");
            }
            // Each time: the secrets on disk are what everybody else reads.
            execute(connection, "ALTER ROLE " + name + " PASSWORD " + literal(password));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE " + name + " OWNER " + name);
            }
        }
    }

    /** @param grants the target's own script: the least a role needs to work on it, with psql variables */
    public void ensureAgent(String password, Path grants) throws SQLException, IOException {
        try (Connection connection = superuser.connect(port, SHOP)) {
            if (exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", AGENT)) {
                execute(connection, "ALTER ROLE " + AGENT + " PASSWORD " + literal(password));
                return;
            }
            connection.setAutoCommit(false);
            execute(
                    connection,
                    Files.readString(grants)
                            .replace(":password", literal(password))
                            .replace(":owner", SHOP));
            connection.commit();
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Role commands take no parameters. Our passwords are letters and digits, quoted all the same. */
    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
