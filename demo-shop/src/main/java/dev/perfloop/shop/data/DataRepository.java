package dev.perfloop.shop.data;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DataRepository {

    /** A foreign key or secondary index: what drops it and what brings it back. */
    record Obstacle(String dropSql, String createSql) {}

    private static final long LOAD_LOCK = 20_261_121;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DataRepository(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    boolean isLoaded() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM data_load)")
                .query(Boolean.class)
                .single();
    }

    /** Held to the end of the transaction, so that of several shops on one database only one loads. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOAD_LOCK).query(rs -> {});
    }

    void truncateAll() {
        jdbc.sql("TRUNCATE " + tables(Arrays.stream(Table.values()))).update();
    }

    /** Foreign keys and secondary indexes, which cost far less when made after the rows than row by row. */
    List<Obstacle> obstacles() {
        return jdbc.sql("""
                SELECT drop_sql,
                       create_sql
                  FROM (SELECT 1 AS turn,
                               indexrelid AS oid,
                               format('DROP INDEX %s', indexrelid::regclass) AS drop_sql,
                               pg_get_indexdef(indexrelid) AS create_sql
                          FROM pg_index
                          JOIN pg_class ON pg_class.oid = pg_index.indexrelid
                         WHERE pg_class.relnamespace = current_schema()::regnamespace
                           AND NOT indisunique
                         UNION ALL
                        SELECT 2 AS turn,
                               oid,
                               format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop_sql,
                               format('ALTER TABLE %s ADD CONSTRAINT %I %s',
                                      conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create_sql
                          FROM pg_constraint
                         WHERE contype = 'f'
                           AND connamespace = current_schema()::regnamespace) AS obstacle
                 ORDER BY turn,
                          oid
                """).query(Obstacle.class).list();
    }

    void execute(String ddl) {
        jdbc.sql(ddl).update();
    }

    /** @return the number of rows copied */
    long copy(Table table, SampleRows rows, LongConsumer rowsSoFar) {
        Long copied = template.execute((ConnectionCallback<Long>) connection -> {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            try (PGCopyOutputStream out = new PGCopyOutputStream(postgres, table.copySql())) {
                RowWriter writer = new RowWriter(out, rowsSoFar);
                rows.writeTo(writer);
                writer.flush();
                return writer.rows();
            } catch (IOException e) {
                throw new IllegalStateException("Loading sample data into " + table.sqlName() + " failed", e);
            }
        });
        return copied == null ? 0 : copied;
    }

    void continueIdsAfterTheLastRow() {
        Stream.of(Table.PRODUCT, Table.CUSTOMER, Table.CUSTOMER_ORDER, Table.REVIEW)
                .map(Table::sqlName)
                .forEach(name -> jdbc.sql("SELECT setval(pg_get_serial_sequence('%s', 'id'), max(id)) FROM %s"
                                .formatted(name, name))
                        .query(rs -> {}));
    }

    void markLoaded(OffsetDateTime now, DataProperties data, History history, long rows) {
        jdbc.sql("""
                INSERT INTO data_load
                       (finished_at, as_of, seed, scale, row_count)
                VALUES (:now, :asOf, :seed, :scale, :rows)
                """)
                .param("now", now)
                .param("asOf", history.asOf())
                .param("seed", data.seed())
                .param("scale", data.scale())
                .param("rows", rows)
                .update();
    }

    void vacuumAndAnalyze() {
        jdbc.sql("VACUUM (ANALYZE) " + tables(Arrays.stream(Table.values()))).update();
    }

    private static String tables(Stream<Table> tables) {
        return tables.map(Table::sqlName).collect(Collectors.joining(", "));
    }
}
