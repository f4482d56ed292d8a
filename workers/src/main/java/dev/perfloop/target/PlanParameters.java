package dev.perfloop.target;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which parameters of PostgreSQL plans are made by: those that a session may set for itself, but for what the server tells of its work.
 * The others are about the work of the server, which no plan depends on.
 */
public final class PlanParameters {
    private static final Set<String> OF_SESSIONS = Set.of("user", "superuser");
    private static final Pattern TELLING =
            Pattern.compile("(track|log)_.*|compute_query_id|pg_stat_statements[.].*|auto_explain[.].*");

    private PlanParameters() {}

    /** @param context who may set it when, as {@code pg_settings} has it */
    public static boolean include(String name, String context) {
        return OF_SESSIONS.contains(context)
                && !TELLING.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
