package dev.perfloop.profiling.whatif;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes temporary tables in the likeness of the target's, which nobody else sees and which go with the transaction. */
final class CopyRepository {
    /** The same blocks each time: two copies of one state tell the same. */
    private static final int SEED = 1;

    private static final int RESTORE_STATISTICS_SINCE = 180000;

    private final JdbcClient jdbc;
    private final int serverVersion;

    CopyRepository(JdbcClient jdbc, int serverVersion) {
        this.jdbc = jdbc;
        this.serverVersion = serverVersion;
    }

    void copy(CopiedTable table) {
        String from = SqlName.of(table.schema(), table.name());
        String to = to(table);
        jdbc.sql("CREATE TEMPORARY TABLE %s (LIKE %s INCLUDING INDEXES INCLUDING STATISTICS) ON COMMIT DROP"
                        .formatted(SqlName.of(table.name()), from))
                .update();
        jdbc.sql("INSERT INTO %s SELECT * FROM %s%s"
                        .formatted(
                                to,
                                from,
                                table.isWhole()
                                        ? ""
                                        : String.format(
                                                Locale.ROOT,
                                                " TABLESAMPLE SYSTEM (%.6f) REPEATABLE (%d)",
                                                100 * table.share(),
                                                SEED)))
                .update();
        jdbc.sql("ANALYZE " + to).update();
        if (serverVersion >= RESTORE_STATISTICS_SINCE) {
            seenByAll(table);
        }
    }

    /** A new table is in no visibility map, so that reading an index alone would look dear. */
    private void seenByAll(CopiedTable table) {
        jdbc.sql("""
                        SELECT pg_restore_relation_stats(
                                'schemaname', n.nspname::text, 'relname', c.relname::text, 'relpages', c.relpages,
                                'reltuples', c.reltuples, 'relallvisible',
                                coalesce((SELECT (c.relpages * o.relallvisible::float8 / greatest(1, o.relpages))::int
                                          FROM pg_class o WHERE o.oid = to_regclass(:original)), 0))
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.oid = to_regclass(:copy)""")
                .param("copy", to(table))
                .param("original", SqlName.of(table.schema(), table.name()))
                .query(Boolean.class)
                .optional();
    }

    double rows(CopiedTable table) {
        return jdbc.sql("SELECT reltuples FROM pg_class WHERE oid = to_regclass(:copy)")
                .param("copy", to(table))
                .query(Double.class)
                .single();
    }

    void index(String name, CopiedTable table, Pretence.Index index) {
        jdbc.sql(SqlName.createIndex(SqlName.of(name), to(table), index)).update();
    }

    void dropIndex(String name) {
        jdbc.sql("DROP INDEX pg_temp." + SqlName.of(name)).update();
    }

    double bytes(String index) {
        return jdbc.sql("SELECT pg_relation_size(to_regclass(:name))")
                .param("name", "pg_temp." + SqlName.of(index))
                .query(Double.class)
                .single();
    }

    /** Empty where keys are not kept once each, or are no columns. */
    Optional<KeyRepetition> repetition(String index, CopiedTable table) {
        return jdbc.sql("""
                        SELECT string_agg(quote_ident(a.attname), ', ') AS columns,
                               string_agg(format('coalesce(pg_column_size(%I), 0)', a.attname), ' + ') AS width
                        FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_am m ON m.oid = c.relam AND m.amname = 'btree'
                        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                        WHERE i.indexrelid = to_regclass(:name)
                          AND i.indexprs IS NULL
                          AND i.indpred IS NULL
                          AND i.indnatts = i.indnkeyatts
                        HAVING count(*) > 0""")
                .param("name", "pg_temp." + SqlName.of(index))
                .query((row, n) -> counted(table, row.getString("columns"), row.getString("width")))
                .optional()
                .flatMap(Function.identity());
    }

    private Optional<KeyRepetition> counted(CopiedTable table, String columns, String width) {
        return jdbc.sql("""
                        SELECT sum(n) AS rows, count(*) AS keys, count(*) FILTER (WHERE n = 1) AS once, avg(width) AS width
                        FROM (SELECT count(*) AS n, avg(%s) AS width FROM %s GROUP BY %s) g
                        HAVING sum(n) > 0""".formatted(width, to(table), columns))
                .query((row, n) -> new KeyRepetition(
                        row.getDouble("rows"), row.getDouble("keys"), row.getDouble("once"), row.getDouble("width")))
                .optional();
    }

    private static String to(CopiedTable table) {
        return "pg_temp." + SqlName.of(table.name());
    }
}
