package dev.perfloop.analysis.plan;

import java.util.List;
import java.util.stream.Stream;

/** A condition of a plan, as far as an index could serve it. */
public sealed interface Expression {

    /** @param qualifier the alias of its relation, unquoted */
    record Column(String qualifier, String name) implements Expression {}

    /** A parameter, literal or anything else without structure that matters. */
    record Value(String text) implements Expression {}

    record Cast(Expression of, String type) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code left operator ANY (right)}, or ALL. */
    record Quantified(String operator, boolean any, Expression left, Expression right) implements Expression {}

    record And(List<Expression> parts) implements Expression {}

    record Or(List<Expression> parts) implements Expression {}

    record Not(Expression of) implements Expression {}

    record NullTest(Expression of, boolean negated) implements Expression {}

    /** All columns that occur in it. */
    default Stream<Column> columns() {
        return switch (this) {
            case Column column -> Stream.of(column);
            case Value value -> Stream.empty();
            case Cast cast -> cast.of().columns();
            case Call call -> call.arguments().stream().flatMap(Expression::columns);
            case Binary binary ->
                Stream.concat(binary.left().columns(), binary.right().columns());
            case Quantified it -> Stream.concat(it.left().columns(), it.right().columns());
            case And and -> and.parts().stream().flatMap(Expression::columns);
            case Or or -> or.parts().stream().flatMap(Expression::columns);
            case Not not -> not.of().columns();
            case NullTest test -> test.of().columns();
        };
    }
}
