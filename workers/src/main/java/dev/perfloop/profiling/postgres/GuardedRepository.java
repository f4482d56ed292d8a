package dev.perfloop.profiling.postgres;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks questions that may fail without breaking the transaction they are asked in. They go in and out of an anonymous block
 * as settings of the transaction, as the driver would take {@code $1}, {@code ?} and {@code :} in them for its own. A time-out of
 * the statement is a failure like others.
 */
public final class GuardedRepository {
    private final JdbcClient jdbc;

    public GuardedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param failure empty when it went well
     * @param state   SQLSTATE of the failure: what it says depends on the server's language
     */
    public record Answer(String text, String failure, String state) {
        public boolean failed() {
            return !failure.isEmpty();
        }

        /** A table, type, function, schema or column (PostgreSQL manual, appendix A). */
        boolean notFound() {
            return switch (state) {
                case "42P01", "42704", "42883", "3F000", "42703" -> true;
                default -> false;
            };
        }

        /** Types that do not fit or are not known, and columns that are not grouped by. */
        boolean misread() {
            return switch (state) {
                case "42803", "42725", "42883", "42804", "42846", "42P08", "42P18", "22007", "22P02" -> true;
                default -> false;
            };
        }
    }

    /** @param sql one statement; the answer is the first column of its first row, empty for none or null */
    public Answer ask(String sql) {
        return block(sql, "", """
                        DO $perfloop$
                        DECLARE answer text;
                        BEGIN
                            EXECUTE current_setting('perfloop.question') INTO answer;
                            PERFORM set_config('perfloop.answer', coalesce(answer, ''), true);
                        EXCEPTION WHEN query_canceled OR OTHERS THEN
                            PERFORM set_config('perfloop.failure', SQLERRM, true), set_config('perfloop.state', SQLSTATE, true);
                        END $perfloop$""");
    }

    /** Empty when it failed or there was nothing. */
    public Optional<String> text(String sql) {
        var answer = ask(sql);
        return answer.failed() || answer.text().isEmpty() ? Optional.empty() : Optional.of(answer.text());
    }

    /**
     * The types of a statement's parameters and its generic plan with {@code VERBOSE}, as one JSON object of {@code types} and
     * {@code plan}.
     *
     * @param types that PREPARE is to be given, in brackets; empty to let it find them out
     */
    public Answer prepare(String statement, String types) {
        // Null belongs to no partition: all of them would be pruned, and their conditions not be shown.
        return block(statement, types, """
                        DO $perfloop$
                        DECLARE plan text;
                                found text[];
                        BEGIN
                            SET LOCAL plan_cache_mode = force_generic_plan;
                            SET LOCAL enable_partition_pruning = off;
                            EXECUTE 'PREPARE perfloop_statement' || current_setting('perfloop.types') || ' AS '
                                || current_setting('perfloop.question');
                            SELECT parameter_types::text[] INTO found
                            FROM pg_prepared_statements WHERE name = 'perfloop_statement';
                            EXECUTE 'EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE perfloop_statement'
                                || CASE WHEN cardinality(found) = 0 THEN ''
                                        ELSE '(' || repeat('NULL, ', cardinality(found) - 1) || 'NULL)' END INTO plan;
                            DEALLOCATE perfloop_statement;
                            SET LOCAL plan_cache_mode = auto;
                            SET LOCAL enable_partition_pruning = on;
                            PERFORM set_config('perfloop.answer',
                                json_build_object('types', found, 'plan', plan)::text, true);
                        EXCEPTION WHEN query_canceled OR OTHERS THEN
                            PERFORM set_config('perfloop.failure', SQLERRM, true), set_config('perfloop.state', SQLSTATE, true);
                            IF EXISTS (SELECT 1 FROM pg_prepared_statements WHERE name = 'perfloop_statement') THEN
                                DEALLOCATE perfloop_statement;
                            END IF;
                        END $perfloop$""");
    }

    public String searchPath() {
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

    private Answer block(String question, String types, String block) {
        jdbc.sql("""
                        SELECT set_config('perfloop.question', :question, true), set_config('perfloop.types', :types, true),
                               set_config('perfloop.answer', '', true), set_config('perfloop.failure', '', true),
                               set_config('perfloop.state', '', true)""").param("question", question).param("types", types).query().singleRow();
        jdbc.sql(block).update();
        return jdbc.sql("""
                        SELECT current_setting('perfloop.answer') AS text, current_setting('perfloop.failure') AS failure,
                               current_setting('perfloop.state') AS state""")
                .query((row, n) -> new Answer(row.getString("text"), row.getString("failure"), row.getString("state")))
                .single();
    }
}
