package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is set for the statistics of a target's tables. */
@Repository
class TableStatisticsRepository {

    /** Null when the default holds, or when there is no such column. */
    @Nullable Integer target(TargetDatabase target, TableName table, String column) {
        // -1 stands for the default up to PostgreSQL 16, NULL from 17 on.
        return target.read(jdbc -> jdbc.sql("""
                        SELECT a.attstattarget::int
                        FROM pg_attribute a
                        JOIN pg_class c ON c.oid = a.attrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = :schema AND c.relname = :table AND a.attname = :column
                          AND NOT a.attisdropped AND a.attstattarget >= 0""")
                        .param("schema", table.schema())
                        .param("table", table.name())
                        .param("column", column)
                        .query(Integer.class)
                        .optional())
                .orElse(null);
    }

    boolean hasObject(TargetDatabase target, String schema, String name) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT count(*)
                        FROM pg_statistic_ext s
                        JOIN pg_namespace n ON n.oid = s.stxnamespace
                        WHERE n.nspname = :schema AND s.stxname = :name""")
                        .param("schema", schema)
                        .param("name", name)
                        .query(Long.class)
                        .single())
                > 0;
    }

    /** Those of these columns that the table does not have. */
    List<String> missing(TargetDatabase target, TableName table, List<String> columns) {
        List<String> there = target.read(jdbc -> jdbc.sql("""
                        SELECT a.attname
                        FROM pg_attribute a
                        JOIN pg_class c ON c.oid = a.attrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = :schema AND c.relname = :table AND a.attnum > 0 AND NOT a.attisdropped""")
                .param("schema", table.schema())
                .param("table", table.name())
                .query(String.class)
                .list());
        return columns.stream().filter(column -> !there.contains(column)).toList();
    }

    /** Who may analyse a table, when our role may not: ANALYZE would pass over it with nothing but a warning. */
    Optional<String> ownerInsteadOfUs(TargetDatabase target, TableName table) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT pg_get_userbyid(c.relowner)
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_database d ON d.datname = current_database()
                        WHERE n.nspname = :schema AND c.relname = :table
                          AND NOT pg_has_role(c.relowner, 'USAGE')
                          AND NOT pg_has_role(d.datdba, 'USAGE')
                          AND NOT CASE WHEN current_setting('server_version_num')::int >= 170000
                                       THEN has_table_privilege(c.oid, 'MAINTAIN') ELSE false END""")
                .param("schema", table.schema())
                .param("table", table.name())
                .query(String.class)
                .optional());
    }
}
