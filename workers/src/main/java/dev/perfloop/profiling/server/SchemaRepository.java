package dev.perfloop.profiling.server;

import dev.perfloop.profiling.ServerFacts.ForeignKey;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how tables refer to each other and which extensions there are. */
final class SchemaRepository {
    private final JdbcClient jdbc;

    SchemaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a partition that come from its partitioned table are left out. */
    List<ForeignKey> foreignKeys() {
        return jdbc.sql("""
                        SELECT f.conname, n.nspname, t.relname, rn.nspname AS referenced_schema, rt.relname AS referenced_table,
                               ARRAY(SELECT a.attname::text
                                     FROM unnest(f.conkey) WITH ORDINALITY k (number, position)
                                     JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number
                                     ORDER BY k.position) AS columns,
                               ARRAY(SELECT a.attname::text
                                     FROM unnest(f.confkey) WITH ORDINALITY k (number, position)
                                     JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number
                                     ORDER BY k.position) AS referenced_columns,
                               CASE f.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'
                                                  WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END AS on_delete
                        FROM pg_constraint f
                        JOIN pg_class t ON t.oid = f.conrelid
                        JOIN pg_namespace n ON n.oid = t.relnamespace
                        JOIN pg_class rt ON rt.oid = f.confrelid
                        JOIN pg_namespace rn ON rn.oid = rt.relnamespace
                        WHERE f.contype = 'f'
                          AND f.conparentid = 0
                          AND n.nspname <> 'information_schema'
                          AND n.nspname !~ '^pg_'
                        ORDER BY n.nspname, t.relname, f.conname""")
                .query((row, n) -> new ForeignKey(
                        row.getString("conname"),
                        row.getString("nspname"),
                        row.getString("relname"),
                        texts(row.getArray("columns")),
                        row.getString("referenced_schema"),
                        row.getString("referenced_table"),
                        texts(row.getArray("referenced_columns")),
                        row.getString("on_delete")))
                .list();
    }

    List<String> extensions() {
        return jdbc.sql("SELECT extname FROM pg_extension ORDER BY extname")
                .query(String.class)
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
