package dev.perfloop.profiling.constants;

import dev.perfloop.profiling.postgres.GuardedRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows what values a type has. */
final class TypeRepository {
    private final GuardedRepository guarded;
    private final Map<List<String>, Boolean> held = new HashMap<>();

    TypeRepository(GuardedRepository guarded) {
        this.guarded = guarded;
    }

    boolean holds(String type, String value) {
        return !isNumberOfNothing(type, value)
                && held.computeIfAbsent(
                        List.of(type, value),
                        pair -> guarded.text("SELECT CAST(%s AS %s) IS NOT NULL".formatted(Quoted.literal(value), type))
                                .isPresent());
    }

    /** The types that name objects take any number, also one that no object has. */
    private static boolean isNumberOfNothing(String type, String value) {
        return type.startsWith("reg") && value.chars().allMatch(Character::isDigit);
    }

    /** True when a value of it is a list of values of another type. */
    boolean isArray(String type) {
        return guarded.text(
                        "SELECT typcategory = 'A' FROM pg_type WHERE oid = %s::regtype".formatted(Quoted.literal(type)))
                .filter("true"::equals)
                .isPresent();
    }

    /** Any value of it; categories as in the PostgreSQL manual, 51.64. Empty for a type that none is known of. */
    Optional<String> some(String type) {
        return guarded.text("""
                SELECT CASE
                           WHEN t.typname IN ('time', 'timetz') THEN '12:00'
                           WHEN t.typname = 'uuid' THEN '00000000-0000-0000-0000-000000000000'
                           WHEN t.typname IN ('json', 'jsonb') THEN '{}'
                           WHEN t.typname = 'bytea' THEN '\\x'
                           WHEN t.typname IN ('tsquery', 'tsvector') THEN 'a'
                           WHEN t.typname = 'regconfig' THEN current_setting('default_text_search_config')
                           WHEN t.typname = 'regdictionary' THEN 'simple'
                           WHEN t.typname = 'regclass' THEN 'pg_class'
                           WHEN t.typname = 'regtype' THEN 'text'
                           WHEN t.typname = 'regnamespace' THEN 'pg_catalog'
                           WHEN t.typname = 'regrole' THEN quote_ident(current_user)
                           WHEN t.typname IN ('regproc', 'regprocedure', 'regoper', 'regoperator', 'regcollation') THEN NULL
                           ELSE CASE t.typcategory
                               WHEN 'N' THEN '1'
                               WHEN 'S' THEN 'a'
                               WHEN 'B' THEN 'true'
                               WHEN 'D' THEN current_date::text
                               WHEN 'T' THEN '1 day'
                               WHEN 'A' THEN '{}'
                               WHEN 'I' THEN '127.0.0.1'
                               WHEN 'R' THEN 'empty'
                               WHEN 'E' THEN (SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder LIMIT 1)
                           END
                       END
                FROM pg_type p
                JOIN pg_type t ON t.oid = CASE WHEN p.typtype = 'd' THEN p.typbasetype ELSE p.oid END
                WHERE p.oid = %s::regtype""".formatted(Quoted.literal(type)));
    }
}
