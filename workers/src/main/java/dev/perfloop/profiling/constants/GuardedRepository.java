package dev.perfloop.profiling.constants;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks questions that may fail without breaking the transaction they are asked in. They go in and out of an anonymous block
 * as settings of the transaction, as the driver would take {@code $1}, {@code ?} and {@code :} in them for its own.
 */
final class GuardedRepository {
    private final JdbcClient jdbc;

    GuardedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param failure empty when it went well */
    record Answer(String text, String failure) {
        boolean failed() {
            return !failure.isEmpty();
        }
    }

    /** @param sql one statement; the answer is the first column of its first row, empty for none or null */
    Answer ask(String sql) {
        set("perfloop.question", sql);
        return block("""
                        DO $perfloop$
                        DECLARE answer text;
                        BEGIN
                            EXECUTE current_setting('perfloop.question') INTO answer;
                            PERFORM set_config('perfloop.answer', coalesce(answer, ''), true);
                        EXCEPTION WHEN OTHERS THEN
                            PERFORM set_config('perfloop.failure', SQLERRM, true);
                        END $perfloop$""");
    }

    /** Empty when it failed or there was nothing. */
    Optional<String> text(String sql) {
        var answer = ask(sql);
        return answer.failed() || answer.text().isEmpty() ? Optional.empty() : Optional.of(answer.text());
    }

    /**
     * The types of a statement's parameters and its generic plan with {@code VERBOSE}, as one JSON object of {@code types} and
     * {@code plan}.
     */
    Answer prepare(String statement) {
        set("perfloop.question", statement);
        return block("""
                        DO $perfloop$
                        DECLARE plan text;
                                types text[];
                        BEGIN
                            SET LOCAL plan_cache_mode = force_generic_plan;
                            -- Null belongs to no partition: all would be pruned, and their conditions not be shown.
                            SET LOCAL enable_partition_pruning = off;
                            EXECUTE 'PREPARE perfloop_sampled AS ' || current_setting('perfloop.question');
                            SELECT parameter_types::text[] INTO types
                            FROM pg_prepared_statements WHERE name = 'perfloop_sampled';
                            EXECUTE 'EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE perfloop_sampled'
                                || CASE WHEN cardinality(types) = 0 THEN ''
                                        ELSE '(' || repeat('NULL, ', cardinality(types) - 1) || 'NULL)' END INTO plan;
                            DEALLOCATE perfloop_sampled;
                            SET LOCAL enable_partition_pruning = on;
                            PERFORM set_config('perfloop.answer',
                                json_build_object('types', types, 'plan', plan)::text, true);
                        EXCEPTION WHEN OTHERS THEN
                            PERFORM set_config('perfloop.failure', SQLERRM, true);
                            IF EXISTS (SELECT 1 FROM pg_prepared_statements WHERE name = 'perfloop_sampled') THEN
                                DEALLOCATE perfloop_sampled;
                            END IF;
                        END $perfloop$""");
    }

    String searchPath() {
        return jdbc.sql("SELECT current_setting('search_path')")
                .query(String.class)
                .single();
    }

    /** The service may set another search path than ours; names that we do not see are looked for everywhere. */
    void seeAllSchemas() {
        jdbc.sql("""
                        SELECT set_config('search_path', string_agg(quote_ident(nspname), ', ' ORDER BY nspname <> 'public', nspname), true)
                        FROM pg_namespace
                        WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'""").query(String.class).single();
    }

    private Answer block(String block) {
        set("perfloop.answer", "");
        set("perfloop.failure", "");
        jdbc.sql(block).update();
        return jdbc.sql("""
                        SELECT current_setting('perfloop.answer') AS text, current_setting('perfloop.failure') AS failure""")
                .query((row, n) -> new Answer(row.getString("text"), row.getString("failure")))
                .single();
    }

    private void set(String name, String value) {
        jdbc.sql("SELECT set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }
}
