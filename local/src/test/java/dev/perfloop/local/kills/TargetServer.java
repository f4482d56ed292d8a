package dev.perfloop.local.kills;

import dev.perfloop.local.SplitStack;
import dev.perfloop.local.TicketService;
import dev.perfloop.local.postgres.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The server of the targets: a database of its own for each run, and what its catalogue and its log say afterwards. */
final class TargetServer {
    private static final int ROWS = 150_000;

    private final SplitStack stack;
    private final ServerLog log;

    TargetServer(SplitStack stack) throws SQLException {
        this.stack = stack;
        this.log = new ServerLog(stack.targetLog());
        try (Connection connection = stack.connectTarget(Databases.SHOP);
                Statement statement = connection.createStatement()) {
            // Kept over restarts. Durations of our role's sessions alone: a definition that has none was cut off.
            statement.execute("ALTER SYSTEM SET log_statement = 'ddl'");
            statement.execute("ALTER ROLE " + Databases.AGENT + " SET log_min_duration_statement = 0");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SET ROLE " + Databases.SHOP);
            statement.execute("DROP TABLE IF EXISTS ticket");
            TicketService.fill(connection, ROWS);
        }
    }

    void create(String database) {
        Rows.execute(
                this::maintenance,
                "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)",
                "CREATE DATABASE " + database + " TEMPLATE " + Databases.SHOP + " OWNER " + Databases.SHOP);
    }

    void drop(String database) {
        Rows.execute(this::maintenance, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    private Connection maintenance() throws SQLException {
        return stack.connectTarget("postgres");
    }

    String url(String database) {
        return stack.targetUrl(database);
    }

    /** What is there beside the service's own table and its primary key, by name; each true unless it is an INVALID index. */
    List<List<String>> objects(String database) {
        return Rows.patiently(() -> stack.connectTarget(database), """
                SELECT c.oid::regclass::text, COALESCE(i.indisvalid, true)::text
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_index i ON i.indexrelid = c.oid
                WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                  AND c.relkind IN ('r', 'i', 'm')
                  AND c.relname NOT IN ('ticket', 'ticket_pkey')""");
    }

    List<ServerLog.Definition> definitions(String database) {
        return log.of(database);
    }

    void follow() {
        log.follow();
    }
}
