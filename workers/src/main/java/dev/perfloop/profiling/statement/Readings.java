package dev.perfloop.profiling.statement;

import dev.perfloop.profiling.statement.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a normalised statement that PostgreSQL refuses may have been. Normalising loses that two constants were the same, so
 * that {@code date_trunc($1, at)} is no longer grouped by {@code date_trunc($2, at)}; and of what type a constant was, so that
 * {@code due + $1} may be days or an interval.
 */
public final class Readings {
    private static final List<String> TYPES_TO_TRY = List.of("integer", "interval", "numeric");

    /** @param unused parameters that no longer stand in it, though others of higher numbers may */
    public record Reading(String sql, Set<Integer> unused) {
        /** The list of types that PREPARE needs then, in brackets; empty otherwise. */
        public String types() {
            int last = unused.stream().mapToInt(it -> it).max().orElse(0);
            return last == 0
                    ? ""
                    : IntStream.rangeClosed(1, last)
                            .mapToObj(it -> unused.contains(it) ? "text" : "unknown")
                            .collect(Collectors.joining(", ", "(", ")"));
        }
    }

    private Readings() {}

    /** The text as it is first, then the likelier ones. */
    public static List<Reading> of(String statement) {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(statement, Set.of()));
        var grouped = Grouping.of(statement);
        if (!grouped.unused().isEmpty()) {
            readings.add(grouped);
        }
        Set<Integer> calculated = calculated(grouped.sql());
        if (!calculated.isEmpty()) {
            var text = new StatementText(grouped.sql());
            for (String type : TYPES_TO_TRY) {
                readings.add(new Reading(
                        text.with(number -> "$" + number + (calculated.contains(number) ? "::" + type : "")),
                        grouped.unused()));
            }
        }
        return readings;
    }

    /** Those that are added to something or taken from it, and not cast. */
    private static Set<Integer> calculated(String statement) {
        Set<Integer> found = new TreeSet<>();
        var lexemes = Lexeme.of(statement);
        for (int i = 0; i < lexemes.size(); i++) {
            if (lexemes.get(i).kind() == Kind.PARAMETER
                    && !isOneOf(lexemes, i + 1, "::")
                    && (isOneOf(lexemes, i - 1, "+", "-") || isOneOf(lexemes, i + 1, "+", "-"))) {
                found.add(lexemes.get(i).number());
            }
        }
        return found;
    }

    private static boolean isOneOf(List<Lexeme> lexemes, int at, String... words) {
        return at >= 0 && at < lexemes.size() && List.of(words).stream().anyMatch(lexemes.get(at)::is);
    }
}
