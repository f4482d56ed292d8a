package dev.perfloop.profiling.constants;

import dev.perfloop.profiling.statement.Lexeme;
import dev.perfloop.profiling.statement.StatementText;
import java.util.List;

/**
 * What a parameter is compared with, as a plan shows it.
 *
 * @param expression of one relation only, as the plan prints it
 * @param columns    of that relation, those it reads
 */
record Comparison(int parameter, Relation relation, String expression, List<String> columns, Kind kind) {
    /** @param alias in the plan, where it is unique */
    record Relation(String schema, String name, String alias) {
        String sql() {
            return Quoted.name(schema) + "." + Quoted.name(name);
        }
    }

    enum Kind {
        /** Also one of several. */
        EQUAL,
        /** The parameter is the lower end. */
        LOWER_END,
        UPPER_END,
        PATTERN,
        /** Looked for in a text, or as a key of a document. */
        WORDS,
        /** One of the elements of an array. */
        ELEMENT,
        OTHER;

        /** @param turned the parameter stands on the left */
        static Kind of(String operator, boolean turned) {
            return switch (operator) {
                case "=" -> EQUAL;
                case ">", ">=" -> turned ? UPPER_END : LOWER_END;
                case "<", "<=" -> turned ? LOWER_END : UPPER_END;
                case "~~", "~~*", "!~~", "!~~*", "~", "~*", "!~", "!~*" -> PATTERN;
                case "@@", "@@@", "?" -> WORDS;
                default -> OTHER;
            };
        }
    }

    /** True when what is compared is the column, with nothing but casts around it. */
    boolean isPlainColumn() {
        var lexemes = Lexeme.of(expression);
        for (int i = 0; i < lexemes.size(); i++) {
            boolean call = lexemes.get(i).is("(")
                    && i > 0
                    && lexemes.get(i - 1).isName()
                    && !(i > 1 && lexemes.get(i - 2).is("::"));
            if (call || lexemes.get(i).kind() == Lexeme.Kind.OPERATOR) {
                return false;
            }
        }
        return columns.size() == 1;
    }

    /** Where the expression itself holds parameters, those that have their constants already. */
    Comparison with(List<Constant> constants) {
        String filled = new StatementText(expression)
                .with(number -> constants.stream()
                        .filter(it -> it.parameter() == number)
                        .findFirst()
                        .map(Constant::sql)
                        .orElse("$" + number));
        return new Comparison(parameter, relation, filled, columns, kind);
    }

    String column() {
        return columns.getFirst();
    }

    String from() {
        return relation.schema() + "." + relation.name() + "." + String.join(", ", columns);
    }
}
