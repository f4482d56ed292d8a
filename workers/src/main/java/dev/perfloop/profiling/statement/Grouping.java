package dev.perfloop.profiling.statement;

import dev.perfloop.profiling.statement.Lexeme.Kind;
import dev.perfloop.profiling.statement.Readings.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes the parameters in what is grouped by for those of the same expression elsewhere in the statement. */
final class Grouping {
    private static final Set<String> NEXT_CLAUSES =
            Set.of("having", "window", "union", "intersect", "except", "order", "limit", "offset", "fetch", "for", ";");

    private final List<Lexeme> lexemes;
    /** The first parameter that one is the same as. */
    private final Map<Integer, Integer> same = new HashMap<>();

    private Grouping(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    static Reading of(String statement) {
        var grouping = new Grouping(Lexeme.of(statement));
        grouping.groups().forEach(grouping::unite);
        Set<Integer> unused = grouping.same.keySet().stream()
                .filter(number -> grouping.first(number) != number)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Reading(new StatementText(statement).with(number -> "$" + grouping.first(number)), unused);
    }

    private void unite(List<Lexeme> group) {
        for (int at = 0; at + group.size() <= lexemes.size(); at++) {
            var other = lexemes.subList(at, at + group.size());
            if (isSame(group, other)) {
                for (int i = 0; i < group.size(); i++) {
                    if (group.get(i).kind() == Kind.PARAMETER) {
                        unite(group.get(i).number(), other.get(i).number());
                    }
                }
            }
        }
    }

    private void unite(int one, int two) {
        int lower = Math.min(first(one), first(two));
        int higher = Math.max(first(one), first(two));
        same.replaceAll((number, first) -> first == higher ? lower : first);
        same.put(one, lower);
        same.put(two, lower);
    }

    private int first(int number) {
        return same.getOrDefault(number, number);
    }

    /** A parameter alone would be the same as any other. */
    private List<List<Lexeme>> groups() {
        List<List<Lexeme>> groups = new ArrayList<>();
        for (int i = 1; i < lexemes.size(); i++) {
            if (lexemes.get(i - 1).is("group") && lexemes.get(i).is("by")) {
                split(i + 1, groups);
            }
        }
        return groups.stream()
                .filter(group -> group.size() > 1 && group.stream().anyMatch(it -> it.kind() == Kind.PARAMETER))
                .toList();
    }

    private void split(int from, List<List<Lexeme>> groups) {
        int start = from;
        int depth = 0;
        for (int at = from; at < lexemes.size(); at++) {
            var it = lexemes.get(at);
            depth += it.is("(") ? 1 : it.is(")") ? -1 : 0;
            if (depth < 0 || depth == 0 && NEXT_CLAUSES.stream().anyMatch(it::is)) {
                groups.add(lexemes.subList(start, at));
                return;
            }
            if (depth == 0 && it.is(",")) {
                groups.add(lexemes.subList(start, at));
                start = at + 1;
            }
        }
        groups.add(lexemes.subList(start, lexemes.size()));
    }

    private static boolean isSame(List<Lexeme> one, List<Lexeme> other) {
        return IntStream.range(0, one.size())
                .allMatch(i -> one.get(i).kind() == other.get(i).kind()
                        && (one.get(i).kind() == Kind.PARAMETER
                                || one.get(i)
                                        .text()
                                        .equalsIgnoreCase(other.get(i).text())));
    }
}
