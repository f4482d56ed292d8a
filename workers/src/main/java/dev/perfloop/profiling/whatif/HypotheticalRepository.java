package dev.perfloop.profiling.whatif;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** HypoPG's functions: indexes that only EXPLAIN in this one session believes in. */
final class HypotheticalRepository {
    private final JdbcClient jdbc;
    private final String schema;

    private HypotheticalRepository(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Empty where the extension is not installed in the target's database. */
    static Optional<HypotheticalRepository> of(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT quote_ident(n.nspname)
                        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                        WHERE e.extname = 'hypopg'""").query(String.class).optional().map(schema -> new HypotheticalRepository(jdbc, schema));
    }

    /** @param definition a CREATE INDEX statement */
    long pretend(String definition) {
        return jdbc.sql("SELECT indexrelid::bigint FROM %s.hypopg_create_index(:definition)".formatted(schema))
                .param("definition", definition)
                .query(Long.class)
                .single();
    }

    void forget(Collection<Long> ids) {
        jdbc.sql("SELECT %s.hypopg_drop_index(id::oid) FROM unnest(ARRAY[:ids]::bigint[]) id".formatted(schema))
                .param("ids", List.copyOf(ids))
                .query(Boolean.class)
                .list();
    }

    void forgetAll() {
        jdbc.sql("SELECT %s.hypopg_reset()::text".formatted(schema))
                .query(String.class)
                .single();
    }

    double bytes(long id) {
        return jdbc.sql("SELECT %s.hypopg_relation_size(:id::oid)".formatted(schema))
                .param("id", id)
                .query(Double.class)
                .single();
    }
}
