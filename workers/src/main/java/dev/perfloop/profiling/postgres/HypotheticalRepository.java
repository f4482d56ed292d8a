package dev.perfloop.profiling.postgres;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets HypoPG pretend that an index is there, for EXPLAIN in this one session. */
public final class HypotheticalRepository {
    private final JdbcClient jdbc;
    private final String schema;

    private HypotheticalRepository(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Empty where the extension is not installed in the target's database. */
    public static Optional<HypotheticalRepository> of(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT quote_ident(n.nspname)
                        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                        WHERE e.extname = 'hypopg'""").query(String.class).optional().map(schema -> new HypotheticalRepository(jdbc, schema));
    }

    /** @param definition a CREATE INDEX statement */
    public void pretend(String definition) {
        jdbc.sql("SELECT indexname FROM %s.hypopg_create_index(:definition)".formatted(schema))
                .param("definition", definition)
                .query(String.class)
                .single();
    }

    public void forget() {
        jdbc.sql("SELECT %s.hypopg_reset()::text".formatted(schema))
                .query(String.class)
                .single();
    }
}
