package dev.perfloop.profiling.statement;

import dev.perfloop.profiling.statement.Lexeme.Kind;
import java.util.List;
import java.util.Set;

/** Puts parameters in the place of the constants of a statement as it was sent, as pg_stat_statements does. */
public final class Normalised {
    private static final Set<String> NEXT_CLAUSES =
            Set.of("limit", "offset", "fetch", "for", "having", "window", "union", "intersect", "except");

    private Normalised() {}

    /** As it is where it has parameters already: the service sent its values apart, and what is left in it is the same always. */
    public static String of(String sql) {
        var lexemes = Lexeme.of(sql);
        if (lexemes.stream().anyMatch(it -> it.kind() == Kind.PARAMETER)) {
            return sql;
        }
        var result = new StringBuilder();
        int copied = 0;
        int number = 0;
        boolean byPlace = false;
        for (int i = 0; i < lexemes.size(); i++) {
            var it = lexemes.get(i);
            byPlace = i > 0 && it.is("by")
                    || byPlace && !it.is(")") && NEXT_CLAUSES.stream().noneMatch(it::is);
            if (it.kind() == Kind.LITERAL && !(byPlace && isPlace(lexemes, i))) {
                result.append(sql, copied, it.start()).append('$').append(++number);
                copied = it.end();
            }
        }
        return result.append(sql, copied, sql.length()).toString();
    }

    /** {@code ORDER BY 2} is by the second column, not by a constant. */
    private static boolean isPlace(List<Lexeme> lexemes, int at) {
        return Character.isDigit(lexemes.get(at).text().charAt(0))
                && (lexemes.get(at - 1).is("by") || lexemes.get(at - 1).is(","));
    }
}
