package dev.perfloop.profiling.statement;

import dev.perfloop.profiling.statement.Lexeme.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** A normalised statement, seen by where its parameters stand. */
public final class StatementText {
    private final String sql;
    private final List<Lexeme> lexemes;

    public StatementText(String sql) {
        this.sql = sql;
        this.lexemes = Lexeme.of(sql);
    }

    public String with(IntFunction<String> constant) {
        var result = new StringBuilder();
        int copied = 0;
        for (var lexeme : lexemes) {
            if (lexeme.kind() == Kind.PARAMETER) {
                result.append(sql, copied, lexeme.start()).append(constant.apply(lexeme.number()));
                copied = lexeme.end();
            }
        }
        return result.append(sql, copied, sql.length()).toString();
    }

    /** Those that say how many rows are wanted. */
    public Set<Integer> limits() {
        var limits = after("limit");
        limits.addAll(after("first"));
        limits.addAll(after("next"));
        return limits;
    }

    public Set<Integer> offsets() {
        return after("offset");
    }

    /** Those that name a field of a date, such as its month. */
    public Set<Integer> dateFields() {
        var fields = after("date_trunc");
        fields.addAll(after("date_part"));
        fields.addAll(after("extract"));
        return fields;
    }

    private Set<Integer> after(String clause) {
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < lexemes.size(); i++) {
            int next = i + 1;
            while (next < lexemes.size() && lexemes.get(next).is("(")) {
                next++;
            }
            if (next < lexemes.size()
                    && lexemes.get(i).is(clause)
                    && lexemes.get(next).kind() == Kind.PARAMETER) {
                found.add(lexemes.get(next).number());
            }
        }
        return found;
    }

    /** The name before {@code = $n}: a column that is set, or one that the plan does not show the comparison with. */
    public Optional<String> nameBefore(int parameter) {
        for (int i = 2; i < lexemes.size(); i++) {
            if (lexemes.get(i).kind() == Kind.PARAMETER
                    && lexemes.get(i).number() == parameter
                    && lexemes.get(i - 1).kind() == Kind.OPERATOR
                    && lexemes.get(i - 2).isName()) {
                return Optional.of(lexemes.get(i - 2).name());
            }
        }
        return Optional.empty();
    }
}
