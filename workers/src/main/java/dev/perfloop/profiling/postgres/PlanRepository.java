package dev.perfloop.profiling.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks PostgreSQL how it would run a normalised statement, without running it.
 *
 * <p>From 16 on by {@code EXPLAIN (GENERIC_PLAN)}; before by preparing it and asking for its generic plan. Both go through
 * an anonymous block, as the driver would take {@code $1} and {@code ?} in the statement for parameters of its own; the
 * statement goes in and the plan comes out as transaction-local settings.
 */
public final class PlanRepository {
    /** Either of the two is set. */
    public sealed interface Explained {
        record Plan(String how, String json) implements Explained {}

        record Impossible(String why) implements Explained {}
    }

    private static final int GENERIC_PLAN_SINCE = 160000;

    private final JdbcClient jdbc;

    public PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Explained explain(String statement, int serverVersion) {
        boolean generic = serverVersion >= GENERIC_PLAN_SINCE;
        set("perfloop.query", statement);
        set("perfloop.plan", "");
        set("perfloop.failure", "");
        explainUnder(generic);
        if (failure().contains("does not exist") && seeAllSchemas()) {
            set("perfloop.failure", "");
            explainUnder(generic);
        }
        String plan = get("perfloop.plan");
        return plan.isEmpty()
                ? new Explained.Impossible(failure())
                : new Explained.Plan(generic ? "GENERIC_PLAN" : "PREPARED_GENERIC_PLAN", plan);
    }

    private void explainUnder(boolean generic) {
        jdbc.sql(generic ? EXPLAIN_GENERIC_PLAN : EXPLAIN_PREPARED).update();
    }

    /** The service may set another search path than ours; names that we do not see are looked for everywhere. */
    private boolean seeAllSchemas() {
        jdbc.sql("""
                        SELECT set_config('search_path', string_agg(quote_ident(nspname), ', ' ORDER BY nspname <> 'public', nspname), true)
                        FROM pg_namespace
                        WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'""").query(String.class).single();
        return true;
    }

    private String failure() {
        return get("perfloop.failure");
    }

    private void set(String name, String value) {
        jdbc.sql("SELECT set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }

    private String get(String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static final String EXPLAIN_GENERIC_PLAN = """
            DO $perfloop$
            DECLARE plan text;
            BEGIN
                EXECUTE 'EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ' || current_setting('perfloop.query') INTO plan;
                PERFORM set_config('perfloop.plan', plan, true);
            EXCEPTION WHEN OTHERS THEN
                PERFORM set_config('perfloop.failure', SQLERRM, true);
            END $perfloop$""";

    private static final String EXPLAIN_PREPARED = """
            DO $perfloop$
            DECLARE plan text;
                    parameters int;
            BEGIN
                SET LOCAL plan_cache_mode = force_generic_plan;
                EXECUTE 'PREPARE perfloop_statement AS ' || current_setting('perfloop.query');
                SELECT cardinality(parameter_types) INTO parameters
                FROM pg_prepared_statements WHERE name = 'perfloop_statement';
                EXECUTE 'EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE perfloop_statement'
                    || CASE WHEN parameters = 0 THEN '' ELSE '(' || repeat('NULL, ', parameters - 1) || 'NULL)' END INTO plan;
                DEALLOCATE perfloop_statement;
                PERFORM set_config('perfloop.plan', plan, true);
            EXCEPTION WHEN OTHERS THEN
                PERFORM set_config('perfloop.failure', SQLERRM, true);
                IF EXISTS (SELECT 1 FROM pg_prepared_statements WHERE name = 'perfloop_statement') THEN
                    DEALLOCATE perfloop_statement;
                END IF;
            END $perfloop$""";
}
