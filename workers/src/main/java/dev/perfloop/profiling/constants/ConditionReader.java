package dev.perfloop.profiling.constants;

import dev.perfloop.profiling.constants.Comparison.Kind;
import dev.perfloop.profiling.constants.Comparison.Relation;
import dev.perfloop.profiling.statement.Lexeme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the comparisons of parameters in one expression of a plan. PostgreSQL prints each operator with its operands in
 * brackets, so that the smallest pair around a parameter that holds a comparison holds both its sides.
 */
final class ConditionReader {
    /** They make a value of two; what is compared is found further out. */
    private static final Set<String> ARITHMETIC =
            Set.of("+", "-", "*", "/", "%", "^", "||", "->", "->>", "#>", "#>>", "&", "|", "#", "<<", ">>");

    private final String text;
    private final Map<String, Relation> relations;
    private final List<Lexeme> lexemes;
    /** For an opening bracket the place of its closing one; -1 elsewhere. */
    private final int[] closing;

    private ConditionReader(String text, Map<String, Relation> relations) {
        this.text = text;
        this.relations = relations;
        this.lexemes = Lexeme.of(text);
        this.closing = closing(lexemes);
    }

    /** @param relations by their aliases in the plan */
    static List<Comparison> comparisons(String text, Map<String, Relation> relations) {
        var reader = new ConditionReader(text, relations);
        List<Comparison> found = new ArrayList<>();
        for (int i = 0; i < reader.lexemes.size(); i++) {
            if (reader.lexemes.get(i).kind() == Lexeme.Kind.PARAMETER) {
                reader.comparison(i).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Comparison> comparison(int parameter) {
        for (int open = parameter; open >= -1; open--) {
            int close = open < 0 ? lexemes.size() : closing[open];
            if (close > parameter) {
                var found = within(open + 1, close, parameter);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Comparison> within(int from, int to, int parameter) {
        for (int i = from; i < to; i = closing[i] > i ? closing[i] + 1 : i + 1) {
            var it = lexemes.get(i);
            if (it.kind() == Lexeme.Kind.OPERATOR && !ARITHMETIC.contains(it.text()) && i > from) {
                boolean turned = parameter < i;
                return turned
                        ? comparison(i + 1, to, from, i, parameter, it.text(), true)
                        : comparison(from, i, i + 1, to, parameter, it.text(), false);
            }
        }
        return Optional.empty();
    }

    private Optional<Comparison> comparison(
            int from, int to, int ownFrom, int ownTo, int parameter, String operator, boolean turned) {
        if (from >= to) {
            return Optional.empty();
        }
        var kind = Kind.of(operator, turned);
        if (lexemes.get(from).is("row") && lexemes.get(ownFrom).is("row")) {
            int which = element(ownFrom + 2, parameter);
            int[] range = range(from + 2, to - 1, which);
            return comparison(range[0], range[1], parameter, kind);
        }
        if (lexemes.get(from).is("any") || lexemes.get(from).is("all")) {
            return comparison(from + 2, to - 1, parameter, Kind.ELEMENT);
        }
        return comparison(from, to, parameter, kind);
    }

    private Optional<Comparison> comparison(int from, int to, int parameter, Kind kind) {
        Set<String> columns = new LinkedHashSet<>();
        Set<Relation> read = new LinkedHashSet<>();
        for (int i = from; i + 2 < to; i++) {
            var relation = relations.get(lexemes.get(i).name());
            if (relation != null
                    && lexemes.get(i).isName()
                    && lexemes.get(i + 1).is(".")
                    && lexemes.get(i + 2).isName()
                    && !(i + 3 < to && lexemes.get(i + 3).is("("))) {
                read.add(relation);
                columns.add(lexemes.get(i + 2).name());
            }
        }
        if (read.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(
                lexemes.get(parameter).number(),
                read.iterator().next(),
                text.substring(lexemes.get(from).start(), lexemes.get(to - 1).end()),
                List.copyOf(columns),
                kind));
    }

    /** In which element of a list, counted from 0, the parameter stands. */
    private int element(int from, int parameter) {
        int element = 0;
        for (int i = from; i < parameter; i = closing[i] > i && closing[i] < parameter ? closing[i] + 1 : i + 1) {
            if (lexemes.get(i).is(",")) {
                element++;
            }
        }
        return element;
    }

    private int[] range(int from, int to, int element) {
        int start = from;
        int seen = 0;
        for (int i = from; i < to; i = closing[i] > i ? closing[i] + 1 : i + 1) {
            if (lexemes.get(i).is(",")) {
                if (seen == element) {
                    return new int[] {start, i};
                }
                seen++;
                start = i + 1;
            }
        }
        return new int[] {start, to};
    }

    private static int[] closing(List<Lexeme> lexemes) {
        int[] closing = new int[lexemes.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < lexemes.size(); i++) {
            closing[i] = -1;
            if (lexemes.get(i).is("(") || lexemes.get(i).is("[")) {
                open.push(i);
            } else if ((lexemes.get(i).is(")") || lexemes.get(i).is("]")) && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
        return closing;
    }
}
