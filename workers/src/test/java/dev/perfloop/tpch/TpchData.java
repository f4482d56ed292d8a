package dev.perfloop.tpch;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.core.io.ClassPathResource;

/** Fills an empty database with the tables of TPC-H, their keys and statistics. */
final class TpchData {
    private static final int BATCH = 1 << 16;

    private TpchData() {}

    /** Only when it does not hold the same data already. */
    static void load(Connection database, double scale) throws SQLException {
        String said = String.format(Locale.ROOT, "TPC-H, scale %s", scale);
        try (var statement = database.createStatement()) {
            try (var comment = statement.executeQuery(
                    "SELECT obj_description(to_regclass('lineitem')), to_regclass('lineitem')::text")) {
                comment.next();
                if (said.equals(comment.getString(1))) {
                    return;
                }
                if (comment.getString(2) != null) {
                    throw new IllegalStateException("The database holds other data; give an empty one");
                }
            }
            statement.execute(text("schema.sql"));
            for (var table : TpchTable.getTables()) {
                copy(database, table, scale);
            }
            statement.execute(text("keys.sql"));
            statement.execute("VACUUM ANALYZE");
            statement.execute("COMMENT ON TABLE lineitem IS '" + said + "'");
        }
    }

    static String text(String file) {
        try {
            return new ClassPathResource("tpch/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void copy(Connection database, TpchTable<?> table, double scale) throws SQLException {
        CopyIn copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.getTableName() + " FROM STDIN (DELIMITER '|')");
        var batch = new StringBuilder();
        for (TpchEntity row : table.createGenerator(scale, 1, 1)) {
            // dbgen ends each line with a delimiter.
            String line = row.toLine();
            batch.append(line, 0, line.length() - 1).append('\n');
            if (batch.length() > BATCH) {
                send(copy, batch);
            }
        }
        send(copy, batch);
        copy.endCopy();
    }

    private static void send(CopyIn copy, StringBuilder batch) throws SQLException {
        byte[] bytes = batch.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        batch.setLength(0);
    }
}
