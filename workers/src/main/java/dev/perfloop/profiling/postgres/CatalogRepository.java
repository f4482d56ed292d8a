package dev.perfloop.profiling.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.TableFacts;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads tables, columns and indexes with their statistics; takes no lock on any of them. Counters are since the last reset. */
public final class CatalogRepository {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final JdbcClient jdbc;

    public CatalogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The expected pages are estimated as by the bloat queries of check_postgres and ioguix/pgsql-bloat-estimation: rows by their
     * average width, in pages of the table's fill factor. What is stored out of line (TOAST) counts with what is left of it here.
     */
    public List<TableFacts> tables() {
        return jdbc.sql("""
                        WITH columns AS (
                            SELECT a.attrelid,
                                   json_agg(json_build_object(
                                       'name', a.attname,
                                       'type', format_type(a.atttypid, a.atttypmod),
                                       'notNull', a.attnotnull,
                                       'distinct', s.n_distinct,
                                       'nullFraction', s.null_frac,
                                       'correlation', s.correlation,
                                       'averageWidth', s.avg_width,
                                       'commonest', s.most_common_freqs[1]) ORDER BY a.attnum) AS facts,
                                   -- A row's header is 23 bytes and a bit for each column once one may be null.
                                   23 + CASE WHEN bool_or(s.null_frac > 0) THEN (7 + count(*)) / 8 ELSE 0 END AS header,
                                   ceil(sum((1 - coalesce(s.null_frac, 0)) * coalesce(s.avg_width, 0))) AS data,
                                   bool_and(s.avg_width IS NOT NULL) AS width_known
                            FROM pg_attribute a
                            JOIN pg_class c ON c.oid = a.attrelid
                            JOIN pg_namespace n ON n.oid = c.relnamespace
                            LEFT JOIN pg_stats s
                                ON s.schemaname = n.nspname
                                AND s.tablename = c.relname
                                AND s.attname = a.attname
                                AND s.inherited = (c.relkind = 'p')
                            WHERE a.attnum > 0
                              AND NOT a.attisdropped
                              AND c.relkind IN ('r', 'p', 'm')
                              AND n.nspname <> 'information_schema'
                              AND n.nspname !~ '^pg_'
                            GROUP BY a.attrelid),
                        -- Bytes of a row with its line pointer, header and data filled up to multiples of 8.
                        widths AS (
                            SELECT attrelid, facts,
                                   CASE WHEN width_known THEN 4 + 8 * ceil(header / 8.0) + 8 * ceil(data / 8.0) END AS row_bytes
                            FROM columns)
                        SELECT json_build_object(
                                   'schema', n.nspname,
                                   'name', c.relname,
                                   'kind', CASE WHEN c.relispartition THEN 'x' ELSE c.relkind::text END,
                                   'rows', CASE WHEN c.reltuples < 0 THEN coalesce(s.n_live_tup, -1) ELSE c.reltuples END,
                                   'pages', c.relpages,
                                   'sizeBytes', c.relpages::bigint * current_setting('block_size')::bigint,
                                   'inserted', coalesce(s.n_tup_ins, 0),
                                   'updated', coalesce(s.n_tup_upd, 0),
                                   'deleted', coalesce(s.n_tup_del, 0),
                                   'sequentialScans', coalesce(s.seq_scan, 0),
                                   'sequentialRows', coalesce(s.seq_tup_read, 0),
                                   'indexScans', coalesce(s.idx_scan, 0),
                                   'columns', widths.facts,
                                   'upkeep', json_build_object(
                                       'liveRows', coalesce(s.n_live_tup, 0),
                                       'deadRows', coalesce(s.n_dead_tup, 0),
                                       'modifiedSinceAnalyse', coalesce(s.n_mod_since_analyze, 0),
                                       'lastAnalysed', extract(epoch FROM greatest(s.last_analyze, s.last_autoanalyze)),
                                       'lastVacuumed', extract(epoch FROM greatest(s.last_vacuum, s.last_autovacuum)),
                                       'hotUpdated', coalesce(s.n_tup_hot_upd, 0),
                                       'allVisible', CASE WHEN c.relkind <> 'p'
                                                          THEN least(1, c.relallvisible::float / greatest(1, c.relpages)) END,
                                       'expectedPages', CASE
                                           WHEN c.relkind = 'p' OR c.reltuples < 0 OR row_bytes IS NULL THEN 0
                                           ELSE ceil(c.reltuples * row_bytes
                                               / ((current_setting('block_size')::int - 24) * fill_factor / 100.0)) END))::text
                        FROM widths
                        JOIN pg_class c ON c.oid = widths.attrelid
                        CROSS JOIN LATERAL (
                            SELECT coalesce(max(option_value::float), 100) AS fill_factor
                            FROM pg_options_to_table(c.reloptions)
                            WHERE option_name = 'fillfactor') options
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
                        ORDER BY n.nspname, c.relname""")
                .query((row, n) -> parse(row.getString(1), TableFacts.class))
                .list();
    }

    public List<IndexFacts> indexes() {
        return jdbc.sql("""
                        SELECT json_build_object(
                                   'schema', n.nspname,
                                   'table', t.relname,
                                   'name', c.relname,
                                   'method', am.amname,
                                   'unique', i.indisunique,
                                   'primary', i.indisprimary,
                                   'valid', i.indisvalid AND i.indisready,
                                   'keys', (SELECT json_agg(json_build_object(
                                                'expression', coalesce(a.attname, pg_get_indexdef(i.indexrelid, k, true)),
                                                'column', a.attname IS NOT NULL,
                                                'descending', i.indoption[k - 1] & 1 = 1,
                                                'nullsFirst', i.indoption[k - 1] & 2 = 2) ORDER BY k)
                                            FROM generate_series(1, i.indnkeyatts) k
                                            LEFT JOIN pg_attribute a
                                                ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1] AND a.attnum > 0),
                                   'include', coalesce((SELECT json_agg(pg_get_indexdef(i.indexrelid, k, false) ORDER BY k)
                                               FROM generate_series(i.indnkeyatts + 1, i.indnatts) k), '[]'),
                                   'predicate', pg_get_expr(i.indpred, i.indrelid, true),
                                   'sizeBytes', c.relpages::bigint * current_setting('block_size')::bigint,
                                   'scans', coalesce(s.idx_scan, 0),
                                   'made', json_build_object(
                                       'definition', pg_get_indexdef(i.indexrelid),
                                       'constraint', i.indisreplident
                                           OR EXISTS (SELECT 1 FROM pg_constraint r WHERE r.conindid = i.indexrelid)
                                           OR EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.indexrelid),
                                       'scansEver', coalesce(s.idx_scan, 0),
                                       'since', extract(epoch FROM counting.since)))::text
                        FROM pg_index i
                        JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_class t ON t.oid = i.indrelid
                        JOIN pg_namespace n ON n.oid = t.relnamespace
                        JOIN pg_am am ON am.oid = c.relam
                        LEFT JOIN pg_stat_user_indexes s ON s.indexrelid = i.indexrelid
                        -- Never reset: they are at least as old as the server has run, as a crash would have set them to zero.
                        CROSS JOIN LATERAL (
                            SELECT coalesce(d.stats_reset, pg_postmaster_start_time()) AS since
                            FROM pg_stat_database d
                            WHERE d.datname = current_database()) counting
                        WHERE n.nspname <> 'information_schema'
                          AND n.nspname !~ '^pg_'
                        ORDER BY n.nspname, t.relname, c.relname""")
                .query((row, n) -> parse(row.getString(1), IndexFacts.class))
                .list();
    }

    /** What the planner and the caches are set to, in PostgreSQL's units, and the server's version; not what our own session asked for. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT name, setting
                        FROM pg_settings
                        WHERE name IN (:names) AND source <> 'client'
                        ORDER BY name""").param("names", SettingNames.ALL).query(row -> {
            settings.put(row.getString("name"), row.getString("setting"));
        });
        return settings;
    }

    private static <T> T parse(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException ourOwnSql) {
            throw new UncheckedIOException(ourOwnSql);
        }
    }
}
