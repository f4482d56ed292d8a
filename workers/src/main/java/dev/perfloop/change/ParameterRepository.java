package dev.perfloop.change;

import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.target.PlanParameters;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What is set on a target, where, and for which sessions it holds already. */
@Repository
class ParameterRepository {

    /**
     * @param old   those of the age that was asked for
     * @param whose the applications that the old ones name
     */
    record Sessions(long old, long all, String whose) {
        String said() {
            return "%d of %d sessions (%s)".formatted(old, all, whose);
        }
    }

    String database(TargetDatabase target) {
        return target.read(jdbc ->
                jdbc.sql("SELECT current_database()").query(String.class).single());
    }

    /** What is set at that place and in force for new sessions; empty when nothing is. */
    Optional<String> value(TargetDatabase target, Scope scope, String name) {
        return target.readAnew(jdbc -> jdbc.sql(
                        switch (scope) {
                            case DATABASE -> """
                            SELECT substr(entry, strpos(entry, '=') + 1)
                            FROM pg_db_role_setting s
                            JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
                            CROSS JOIN unnest(s.setconfig) AS entry
                            WHERE s.setrole = 0 AND lower(split_part(entry, '=', 1)) = lower(:name)""";
                            case SYSTEM -> """
                            SELECT current_setting(name)
                            FROM pg_settings
                            WHERE lower(name) = lower(:name) AND sourcefile ~ 'postgresql[.]auto[.]conf$'""";
                        })
                .param("name", name)
                .query(String.class)
                .optional());
    }

    boolean makesPlans(TargetDatabase target, String name) {
        return target.read(jdbc -> jdbc.sql("SELECT context FROM pg_settings WHERE lower(name) = lower(:name)")
                .param("name", name)
                .query(String.class)
                .optional()
                .filter(context -> PlanParameters.include(name, context))
                .isPresent());
    }

    /**
     * Sessions of others in the target's database.
     *
     * @param least age of the old ones, with {@code most}; those that do not tell theirs are old
     */
    Sessions sessions(TargetDatabase target, Duration least, Duration most) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT count(*) FILTER (WHERE old) AS old,
                               count(*) AS all,
                               COALESCE(string_agg(DISTINCT application_name, ', ') FILTER (WHERE old), '') AS whose
                        FROM (
                            SELECT application_name,
                                   backend_start IS NULL
                                       OR clock_timestamp() - backend_start
                                          BETWEEN make_interval(secs => :least) AND make_interval(secs => :most) AS old
                            FROM pg_stat_activity
                            WHERE datname = current_database() AND backend_type = 'client backend'
                              AND application_name <> 'perfloop' AND pid <> pg_backend_pid()) AS sessions""")
                .param("least", least.toMillis() / 1e3)
                .param("most", most.toMillis() / 1e3)
                .query(Sessions.class)
                .single());
    }
}
