package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What a target's catalog says of its schema and of what is set for it. */
@Repository
class SchemaRepository {
    private static final String OWN_SCHEMAS = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";

    /** Leaves out INVALID indexes of ours: remains of an earlier try, which are cleared away before anything is built. */
    SchemaSnapshot snapshot(TargetDatabase target) {
        List<String> lines = target.readAnew(jdbc ->
                jdbc.sql("""
                        SELECT format('column %I.%I.%I %s%s%s%s', n.nspname, c.relname, a.attname,
                                      format_type(a.atttypid, a.atttypmod),
                                      CASE WHEN a.attnotnull THEN ' NOT NULL' END,
                                      ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid),
                                      CASE WHEN a.attstattarget >= 0 THEN ' STATISTICS ' || a.attstattarget END)
                        FROM pg_attribute a
                        JOIN pg_class c ON c.oid = a.attrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                        WHERE c.relkind IN ('r', 'p', 'f', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND {own}
                        UNION ALL
                        SELECT format('index %I.%I %s %s', n.nspname, c.relname, pg_get_indexdef(i.indexrelid),
                                      CASE WHEN i.indisvalid AND i.indisready THEN 'valid' ELSE 'INVALID' END)
                        FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE {own} AND NOT (c.relname ~ '^perfloop_' AND NOT i.indisvalid)
                        UNION ALL
                        SELECT format('constraint %I.%I.%I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
                        FROM pg_constraint k
                        JOIN pg_class c ON c.oid = k.conrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE {own}
                        UNION ALL
                        SELECT format('statistics %s', pg_get_statisticsobjdef(s.oid))
                        FROM pg_statistic_ext s
                        JOIN pg_namespace n ON n.oid = s.stxnamespace
                        WHERE {own}
                        UNION ALL
                        SELECT format('extension %I', extname) FROM pg_extension
                        UNION ALL
                        SELECT format('setting of the database%s %s', ' for role ' || r.rolname, entry)
                        FROM pg_db_role_setting s
                        JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
                        LEFT JOIN pg_roles r ON r.oid = s.setrole
                        CROSS JOIN unnest(s.setconfig) AS entry
                        UNION ALL
                        SELECT format('setting of the server %s=%s', name, current_setting(name))
                        FROM pg_settings
                        WHERE sourcefile ~ 'postgresql[.]auto[.]conf$'""".replace("{own}", OWN_SCHEMAS)).query(String.class).list());
        return new SchemaSnapshot(lines);
    }

    /** Tells which lines of a snapshot are of this table: its columns, indexes, constraints and statistics objects. */
    Predicate<String> linesOf(TargetDatabase target, TableName table) {
        String name = quoted(target, "%I.%I", table);
        String alone = quoted(target, "%2$I", table);
        return line -> line.startsWith("column " + name + ".")
                || line.startsWith("constraint " + name + ".")
                || line.startsWith("index ") && line.contains(" ON " + name + " ")
                || line.startsWith("statistics ")
                        && (line.endsWith(" FROM " + name) || line.endsWith(" FROM " + alone));
    }

    private static String quoted(TargetDatabase target, String format, TableName table) {
        return target.read(jdbc -> jdbc.sql("SELECT format(:format, :schema, :table)")
                .param("format", format)
                .param("schema", table.schema())
                .param("table", table.name())
                .query(String.class)
                .single());
    }

    List<String> invalidIndexesOfOurs(TargetDatabase target) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname)
                        FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relname ~ '^perfloop_' AND NOT i.indisvalid
                        ORDER BY 1""").query(String.class).list());
    }

    /** One of PostgreSQL's {@code relkind} letters: r is an ordinary table, p a partitioned one. */
    Optional<String> kindOf(TargetDatabase target, TableName table) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT c.relkind::text
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = :schema AND c.relname = :table""")
                .param("schema", table.schema())
                .param("table", table.name())
                .query(String.class)
                .optional());
    }

    Optional<IndexState> index(TargetDatabase target, String schema, String name) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT i.indisvalid AND i.indisready AND i.indislive AS valid,
                               pg_get_indexdef(i.indexrelid) AS definition,
                               i.indisunique OR i.indisreplident
                                   OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) AS guards_data
                        FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = :schema AND c.relname = :name""")
                .param("schema", schema)
                .param("name", name)
                .query(IndexState.class)
                .optional());
    }

    /** The name of a valid index that already does what this one would do; only of plain ones is that told. */
    Optional<String> equalIndex(TargetDatabase target, CreateIndex wanted) {
        if (!wanted.isPlain()) {
            return Optional.empty();
        }
        String keys = wanted.keys().stream()
                .map(key -> key.column() + " " + (key.descending() ? 3 : 0))
                .collect(Collectors.joining("\n"));
        return target.read(jdbc -> jdbc.sql("""
                        SELECT x.relname
                        FROM pg_index i
                        JOIN pg_class x ON x.oid = i.indexrelid
                        JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'
                        JOIN pg_class t ON t.oid = i.indrelid
                        JOIN pg_namespace n ON n.oid = t.relnamespace
                        WHERE n.nspname = :schema AND t.relname = :table
                          AND i.indisvalid AND i.indisready AND i.indpred IS NULL AND i.indexprs IS NULL
                          AND NOT EXISTS (
                              SELECT 1 FROM unnest(i.indclass::oid[]) AS used
                              JOIN pg_opclass o ON o.oid = used AND NOT o.opcdefault)
                          AND :keys = (
                              SELECT string_agg(a.attname || ' ' || i.indoption[k - 1], chr(10) ORDER BY k)
                              FROM generate_series(1, i.indnkeyatts) AS k
                              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1]
                                                 AND a.attcollation = i.indcollation[k - 1])
                        ORDER BY 1 LIMIT 1""")
                .param("schema", wanted.table().schema())
                .param("table", wanted.table().name())
                .param("keys", keys)
                .query(String.class)
                .optional());
    }

    /** Who holds the advisory lock of that number, thus who is at that work. */
    Optional<Holder> holder(TargetDatabase target, long lock) {
        return target.read(
                jdbc -> jdbc.sql("""
                        SELECT l.pid, COALESCE(a.query, '') AS statement, p.phase,
                               COALESCE(p.blocks_done, 0) AS blocks_done, COALESCE(p.blocks_total, 0) AS blocks_total,
                               COALESCE(p.tuples_done, 0) AS tuples_done, COALESCE(p.tuples_total, 0) AS tuples_total
                        FROM pg_locks l
                        JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
                        LEFT JOIN pg_stat_activity a ON a.pid = l.pid
                        LEFT JOIN pg_stat_progress_create_index p ON p.pid = l.pid
                        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                          AND (l.classid::bigint << 32) | l.objid::bigint = :lock""").param("lock", lock).query(Holder.class).optional());
    }
}
