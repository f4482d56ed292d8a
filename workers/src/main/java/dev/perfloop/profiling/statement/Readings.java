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
        Set<Integer> results = results(grouped.sql());
        if (!calculated.isEmpty()) {
            TYPES_TO_TRY.forEach(type -> readings.add(cast(grouped, calculated, type, Set.of())));
        }
        if (!results.isEmpty()) {
            readings.add(cast(grouped, Set.of(), "", results));
            if (!calculated.isEmpty()) {
                TYPES_TO_TRY.forEach(type -> readings.add(cast(grouped, calculated, type, results)));
            }
        }
        return readings;
    }

    private static Reading cast(Reading reading, Set<Integer> calculated, String type, Set<Integer> numbers) {
        String sql = new StatementText(reading.sql())
                .with(parameter -> "$" + parameter
                        + (numbers.contains(parameter)
                                ? "::numeric"
                                : calculated.contains(parameter) ? "::" + type : ""));
        return new Reading(sql, reading.unused());
    }

    /** What CASE gives: counting by adding ones and noughts is the usual one. */
    private static Set<Integer> results(String statement) {
        return uncast(statement, (lexemes, at) -> isOneOf(lexemes, at - 1, "then", "else"));
    }

    /** Those that are added to something or taken from it. */
    private static Set<Integer> calculated(String statement) {
        return uncast(
                statement, (lexemes, at) -> isOneOf(lexemes, at - 1, "+", "-") || isOneOf(lexemes, at + 1, "+", "-"));
    }

    private static Set<Integer> uncast(String statement, Place place) {
        var lexemes = Lexeme.of(statement);
        return IntStream.range(0, lexemes.size())
                .filter(at -> lexemes.get(at).kind() == Kind.PARAMETER && !isOneOf(lexemes, at + 1, "::"))
                .filter(at -> place.isAt(lexemes, at))
                .mapToObj(at -> lexemes.get(at).number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private interface Place {
        boolean isAt(List<Lexeme> lexemes, int at);
    }

    private static boolean isOneOf(List<Lexeme> lexemes, int at, String... words) {
        return at >= 0 && at < lexemes.size() && List.of(words).stream().anyMatch(lexemes.get(at)::is);
    }
}
