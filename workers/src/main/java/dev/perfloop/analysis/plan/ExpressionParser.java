package dev.perfloop.analysis.plan;

import dev.perfloop.analysis.plan.Expression.And;
import dev.perfloop.analysis.plan.Expression.Binary;
import dev.perfloop.analysis.plan.Expression.Call;
import dev.perfloop.analysis.plan.Expression.Cast;
import dev.perfloop.analysis.plan.Expression.Column;
import dev.perfloop.analysis.plan.Expression.Not;
import dev.perfloop.analysis.plan.Expression.NullTest;
import dev.perfloop.analysis.plan.Expression.Or;
import dev.perfloop.analysis.plan.Expression.Quantified;
import dev.perfloop.analysis.plan.Expression.Value;
import dev.perfloop.analysis.plan.Tokens.Kind;
import dev.perfloop.analysis.plan.Tokens.NotUnderstood;
import dev.perfloop.analysis.plan.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses a condition as PostgreSQL deparses it: fully parenthesised, columns qualified. What it does not know (CASE,
 * sub-plans, rows) makes the whole condition not understood, never wrongly understood.
 */
public final class ExpressionParser {
    private static final Set<String> MULTI_WORD_TYPES =
            Set.of("without", "with", "time", "zone", "varying", "precision");
    private static final Set<String> NOT_COLUMNS = Set.of(
            "true",
            "false",
            "null",
            "current_date",
            "current_timestamp",
            "localtimestamp",
            "current_user",
            "session_user");
    private static final Set<String> UNKNOWN =
            Set.of("case", "row", "subplan", "hashed", "initplan", "exists", "distinct", "rescan", "alternatives");

    private final List<Token> tokens;
    private int at;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Empty when it holds something this parser does not know. */
    public static Optional<Expression> parse(String text) {
        try {
            var parser = new ExpressionParser(Tokens.of(text));
            var expression = parser.or();
            return parser.at == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (NotUnderstood beyondUs) {
            return Optional.empty();
        }
    }

    private Expression or() {
        var first = and();
        if (!peekIs("or")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (take("or")) {
            parts.add(and());
        }
        return new Or(parts);
    }

    private Expression and() {
        var first = not();
        if (!peekIs("and")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (take("and")) {
            parts.add(not());
        }
        return new And(parts);
    }

    private Expression not() {
        return take("not") ? new Not(not()) : comparison();
    }

    private Expression comparison() {
        var left = operand();
        while (true) {
            if (take("is")) {
                boolean negated = take("not");
                if (!take("null")) {
                    return truthTest(left, negated);
                }
                left = new NullTest(left, negated);
            } else if (peek() instanceof Token token && token.kind() == Kind.OPERATOR) {
                at++;
                left = afterOperator(left, token.text());
            } else {
                return left;
            }
        }
    }

    private Expression truthTest(Expression left, boolean negated) {
        if (take("true")) {
            return negated ? new Not(left) : left;
        }
        throw new NotUnderstood("IS ...");
    }

    private Expression afterOperator(Expression left, String operator) {
        boolean any = take("any");
        if (any || take("all")) {
            return new Quantified(operator, any, left, operand());
        }
        return new Binary(operator, left, operand());
    }

    private Expression operand() {
        var expression = primary();
        while (true) {
            if (take("::")) {
                expression = new Cast(expression, type());
            } else if (take("[")) {
                expression = new Call("subscript", List.of(expression, or()));
                expect("]");
            } else if (take("collate")) {
                expression = new Call("collate", List.of(expression, new Value(collation())));
            } else if (take("at")) {
                next(); // TIME
                next(); // ZONE
                expression = new Call("timezone", List.of(expression, primary()));
            } else {
                return expression;
            }
        }
    }

    private Expression primary() {
        if (take("(")) {
            var inner = or();
            expect(")");
            return inner;
        }
        var token = next();
        return switch (token.kind()) {
            case VALUE -> new Value(token.text());
            case OPERATOR -> new Call(token.text(), List.of(operand()));
            case NAME -> named(token);
            case SYMBOL -> throw new NotUnderstood(token.text());
        };
    }

    private Expression named(Token token) {
        if (!token.quoted() && UNKNOWN.contains(token.text().toLowerCase())) {
            throw new NotUnderstood(token.text());
        }
        if (!token.quoted() && token.is("array") && take("[")) {
            return new Call("array", list("]"));
        }
        List<String> path = new ArrayList<>(List.of(token.text()));
        while (take(".")) {
            path.add(next().text());
        }
        if (take("(")) {
            return new Call(path.getLast(), list(")"));
        }
        if (path.size() == 1
                && !token.quoted()
                && NOT_COLUMNS.contains(token.text().toLowerCase())) {
            return new Value(token.text());
        }
        return path.size() == 1
                ? new Column("", path.getFirst())
                : new Column(path.get(path.size() - 2), path.getLast());
    }

    private List<Expression> list(String end) {
        List<Expression> parts = new ArrayList<>();
        if (take(end)) {
            return parts;
        }
        do {
            parts.add(or());
        } while (take(","));
        expect(end);
        return parts;
    }

    /** As it has to be written again: quoted, for its name may hold anything. */
    private String collation() {
        var name = new StringBuilder(quoted(next().text()));
        while (take(".")) {
            name.append('.').append(quoted(next().text()));
        }
        return name.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String type() {
        var name = new StringBuilder(next().text());
        while (take(".")) {
            name.append('.').append(next().text());
        }
        moreWords(name);
        if (peekIs("(") && at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.VALUE) {
            // A length or a scale changes the value: varchar(8) cuts it off.
            while (!take(")")) {
                name.append(next().text());
            }
            name.append(')');
            moreWords(name); // timestamp(6) without time zone
        }
        while (take("[")) {
            expect("]");
            name.append("[]");
        }
        return name.toString();
    }

    private void moreWords(StringBuilder name) {
        while (peek() instanceof Token token
                && token.kind() == Kind.NAME
                && MULTI_WORD_TYPES.contains(token.text().toLowerCase())) {
            name.append(' ').append(next().text());
        }
    }

    private @Nullable Token peek() {
        return at < tokens.size() ? tokens.get(at) : null;
    }

    private boolean peekIs(String word) {
        return peek() instanceof Token token && token.is(word);
    }

    private boolean take(String word) {
        boolean there = peekIs(word);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String word) {
        if (!take(word)) {
            throw new NotUnderstood("no " + word);
        }
    }

    private Token next() {
        if (at >= tokens.size()) {
            throw new NotUnderstood("end");
        }
        return tokens.get(at++);
    }
}
