package dev.perfloop.labelled;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An index as PostgreSQL understands it, so that two ways of writing the same one are the same.
 *
 * @param keys      expression, operator class and direction of each
 * @param predicate empty for an index over all rows
 */
record IndexShape(String table, String method, List<Key> keys, Set<String> include, String predicate) {
    private static final Pattern TEXT = Pattern.compile("(?s)((?:\"[^\"]+\"|\\w+)\\.(?:\"[^\"]+\"|\\w+))\\s*(.*)");

    record Key(String expression, String opclass, boolean descending) {
        Key turned() {
            return new Key(expression, opclass, !descending);
        }
    }

    /** @param text what follows ON in CREATE INDEX; it is built on an empty copy of its table */
    static IndexShape of(JdbcClient jdbc, String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a table and its keys: " + text);
        }
        String table = matcher.group(1);
        jdbc.sql("DROP TABLE IF EXISTS pg_temp.shape").update();
        jdbc.sql("CREATE TEMP TABLE shape (LIKE " + table + ")").update();
        jdbc.sql("CREATE INDEX shape_index ON pg_temp.shape " + matcher.group(2))
                .update();
        return jdbc.sql("""
                        SELECT :table::regclass::text AS of_table, am.amname,
                               ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true)
                                     FROM generate_series(1, i.indnatts) k ORDER BY k) AS parts,
                               ARRAY(SELECT opc.opcname::text FROM unnest(i.indclass) WITH ORDINALITY u (oid, n)
                                     JOIN pg_opclass opc ON opc.oid = u.oid ORDER BY n) AS classes,
                               ARRAY(SELECT (o & 1)::text FROM unnest(i.indoption) WITH ORDINALITY u (o, n) ORDER BY n) AS options,
                               i.indnkeyatts, coalesce(pg_get_expr(i.indpred, i.indrelid, true), '') AS predicate
                        FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_am am ON am.oid = c.relam
                        WHERE i.indexrelid = 'pg_temp.shape_index'::regclass""")
                .param("table", table)
                .query((row, n) -> {
                    List<String> parts = texts(row.getArray("parts"));
                    List<String> classes = texts(row.getArray("classes"));
                    List<String> options = texts(row.getArray("options"));
                    int keys = row.getInt("indnkeyatts");
                    return new IndexShape(
                            row.getString("of_table"),
                            row.getString("amname"),
                            java.util.stream.IntStream.range(0, keys)
                                    .mapToObj(k -> new Key(
                                            parts.get(k),
                                            classes.get(k),
                                            options.get(k).equals("1")))
                                    .toList(),
                            new HashSet<>(parts.subList(keys, parts.size())),
                            row.getString("predicate"));
                })
                .single();
    }

    /** Whether it begins as the labelled one and carries what that one carries. */
    boolean does(IndexShape labelled) {
        if (!table.equals(labelled.table)
                || !method.equals(labelled.method)
                || !predicate.equals(labelled.predicate)
                || keys.size() < labelled.keys.size()) {
            return false;
        }
        var first = keys.subList(0, labelled.keys.size());
        var carried = new HashSet<>(include);
        keys.forEach(key -> carried.add(key.expression()));
        return carried.containsAll(labelled.include)
                && (first.equals(labelled.keys)
                        || first.stream().map(Key::turned).toList().equals(labelled.keys));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
