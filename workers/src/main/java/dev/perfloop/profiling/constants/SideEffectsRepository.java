package dev.perfloop.profiling.constants;

import dev.perfloop.profiling.postgres.GuardedRepository;
import dev.perfloop.profiling.statement.Lexeme;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what a statement might do beside reading. A read-only transaction keeps it from writing; it does not keep a function
 * from taking an advisory lock, sleeping, or reaching another server.
 */
public final class SideEffectsRepository {
    /** Volatile as they are, they do nothing but give another value each time. */
    private static final Set<String> HARMLESS = Set.of(
            "random",
            "clock_timestamp",
            "timeofday",
            "gen_random_uuid",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7",
            "setseed");

    private final GuardedRepository guarded;

    public SideEffectsRepository(JdbcClient jdbc) {
        this.guarded = new GuardedRepository(jdbc);
    }

    /**
     * Functions that the server holds for volatile.
     *
     * @param plan with VERBOSE, in which views have been resolved
     */
    public List<String> of(String plan) {
        Set<String> called = new TreeSet<>();
        for (String text : PlanTexts.of(plan)) {
            var lexemes = Lexeme.of(text);
            for (int i = 0; i + 1 < lexemes.size(); i++) {
                if (lexemes.get(i).isName() && lexemes.get(i + 1).is("(")) {
                    called.add(lexemes.get(i).name());
                }
            }
        }
        called.removeAll(HARMLESS);
        if (called.isEmpty()) {
            return List.of();
        }
        return guarded.text("""
                        SELECT string_agg(DISTINCT proname::text, ',')
                        FROM pg_proc
                        WHERE provolatile = 'v' AND proname IN (%s)""".formatted(called.stream().map(Quoted::literal).collect(Collectors.joining(", "))))
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
    }
}
