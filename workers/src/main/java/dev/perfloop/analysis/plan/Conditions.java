package dev.perfloop.analysis.plan;

import dev.perfloop.analysis.plan.Condition.OnColumn;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorts the parts of a scan's conditions by what an index on the scanned relation could do with them. */
public final class Conditions {
    private static final Set<String> RANGES = Set.of("<", "<=", ">", ">=");
    private static final Set<String> CONTAINMENT = Set.of("@>", "<@", "&&", "?", "?|", "?&", "@@", "@?");

    private final String alias;
    /** The type of a column of the scanned table; empty when it has no such column. */
    private final Function<String, Optional<String>> typeOf;

    public Conditions(String alias, Function<String, Optional<String>> typeOf) {
        this.alias = alias;
        this.typeOf = typeOf;
    }

    public List<Condition> of(String text) {
        return ExpressionParser.parse(text)
                .map(this::of)
                .orElseGet(() -> List.of(new Condition.Unusable(text, "its form is not understood in this version")));
    }

    /** The column of this relation a sort key or join side names, with nothing done to it. */
    public Optional<String> plainColumn(Expression expression) {
        return switch (expression) {
            case Column column
            when column.qualifier().equals(alias) || column.qualifier().isEmpty() ->
                typeOf.apply(column.name()).map(type -> column.name());
            case Cast cast ->
                plainColumn(cast.of())
                        .filter(column -> sameBytes(typeOf.apply(column).orElseThrow(), cast.type()));
            default -> Optional.empty();
        };
    }

    private List<Condition> of(Expression expression) {
        return expression instanceof And and
                ? and.parts().stream().flatMap(part -> of(part).stream()).toList()
                : List.of(single(expression));
    }

    private Condition single(Expression expression) {
        return switch (expression) {
            case Binary binary -> comparison(binary);
            case Quantified it
            when it.operator().equals("=") && it.any() && foreign(it.right()) ->
                plainColumn(it.left())
                        .<Condition>map(column -> new Condition.OneOf(column, print(expression)))
                        .orElseGet(() -> unusable("=", it.left(), expression));
            case NullTest test
            when !test.negated() ->
                plainColumn(test.of())
                        .<Condition>map(column -> new Condition.Equality(
                                column,
                                print(expression),
                                true,
                                IndexSql.of(new NullTest(new Column("", column), false))))
                        .orElseGet(() -> unusable("IS NULL", test.of(), expression));
            case NullTest test ->
                plainColumn(test.of())
                        .<Condition>map(column -> new Condition.NotNull(
                                column, print(expression), IndexSql.of(new NullTest(new Column("", column), true))))
                        .orElseGet(() ->
                                new Condition.Unusable(print(expression), "IS NOT NULL keeps most rows as a rule"));
            case Column column
            when isBoolean(column) ->
                new Condition.Equality(column.name(), print(expression), false, IndexSql.of(column));
            case Not not
            when not.of() instanceof Column column && isBoolean(column) ->
                new Condition.Equality(column.name(), print(expression), false, IndexSql.of(not));
            case Or or ->
                new Condition.Unusable(print(expression), "its alternatives (OR) need an index each", alternatives(or));
            default -> new Condition.Unusable(print(expression), "its form is not looked at in this version");
        };
    }

    private Condition comparison(Binary binary) {
        if (foreign(binary.right())) {
            return comparison(binary.operator(), collated(binary.left(), binary.right()), binary);
        }
        if (foreign(binary.left())) {
            return comparison(mirrored(binary.operator()), collated(binary.right(), binary.left()), binary);
        }
        return new Condition.Unusable(print(binary), "both of its sides belong to the scanned table");
    }

    private Condition comparison(String operator, Expression side, Binary whole) {
        var column = plainColumn(side);
        if (CONTAINMENT.contains(operator)) {
            return new Condition.Unusable(
                    print(whole), "only an inverted index (GIN) serves " + operator, contained(side, operator));
        }
        if (operator.equals("~~") || operator.equals("~~*")) {
            return new Condition.Unusable(
                    print(whole), "only a trigram index serves LIKE with any pattern", pattern(side, operator));
        }
        if (column.isEmpty()) {
            return unusable(operator, side, whole);
        }
        if (operator.equals("=")) {
            return new Condition.Equality(column.get(), print(whole), false, fixed(whole));
        }
        if (RANGES.contains(operator)) {
            return new Condition.Range(column.get(), print(whole));
        }
        return new Condition.Unusable(
                print(whole),
                operator.equals("<>")
                        ? "<> keeps most rows as a rule"
                        : "the operator " + operator + " is not looked at in this version");
    }

    /** A collation of the value is one of the comparison, and so of the index that could serve it. */
    private static Expression collated(Expression side, Expression value) {
        return value instanceof Call call && IndexSql.isCollation(call)
                ? new Call(call.function(), List.of(side, call.arguments().getLast()))
                : side;
    }

    /** Null unless an index could serve each of them; of a conjunction the part that keeps least, as far as its form tells. */
    private Condition.@Nullable Special alternatives(Or or) {
        List<OnColumn> parts = or.parts().stream()
                .flatMap(part -> of(part).stream()
                        .filter(OnColumn.class::isInstance)
                        .map(OnColumn.class::cast)
                        .min(Comparator.comparing(it -> !(it instanceof Condition.Equality)))
                        .stream())
                .toList();
        boolean all = parts.size() == or.parts().size();
        boolean several = parts.stream().map(OnColumn::column).distinct().count() > 1;
        return all && several
                ? new Condition.Special.Alternatives(print(or), parts.getFirst().column(), parts)
                : null;
    }

    /** As SQL when it compares with a constant, not with a parameter. */
    private static @Nullable String fixed(Binary whole) {
        return isConstant(whole.right()) || isConstant(whole.left()) ? IndexSql.of(whole) : null;
    }

    private static boolean isConstant(Expression expression) {
        return switch (expression) {
            case Value value -> IndexSql.isConstant(value);
            case Cast cast -> isConstant(cast.of());
            default -> false;
        };
    }

    private Condition unusable(String operator, Expression side, Expression whole) {
        String reason = side instanceof Call
                ? "only an index on that expression serves it"
                : side instanceof Cast ? "the column is cast to another type" : "no column stands alone on one side";
        boolean ordered = operator.equals("=") || RANGES.contains(operator);
        return new Condition.Unusable(print(whole), reason, ordered ? computed(operator, side) : null);
    }

    private Condition.@Nullable Special computed(String operator, Expression side) {
        return columnIn(side)
                .map(column -> new Condition.Special.Computed(
                        IndexSql.of(side),
                        column,
                        IndexSql.isStable(side, typeOf),
                        changedTo(side),
                        operator.equals("=")))
                .orElse(null);
    }

    private @Nullable String changedTo(Expression side) {
        return switch (side) {
            case Cast cast when cast.of() instanceof Column -> cast.type();
            case Call call
            when IndexSql.isCollation(call)
                    && plainColumn(call.arguments().getFirst()).isPresent() ->
                "COLLATE " + print(call.arguments().getLast());
            default -> null;
        };
    }

    private Condition.@Nullable Special pattern(Expression side, String operator) {
        return columnIn(side)
                .filter(column -> plainColumn(side).isPresent() || IndexSql.isStable(side, typeOf))
                .map(column -> new Condition.Special.Pattern(
                        plainColumn(side)
                                .map(bare -> IndexSql.of(new Column("", bare)))
                                .orElseGet(() -> IndexSql.of(side)),
                        column,
                        operator.equals("~~*")))
                .orElse(null);
    }

    private Condition.@Nullable Special contained(Expression side, String operator) {
        return columnIn(side)
                .filter(column -> side instanceof Column)
                .map(column -> new Condition.Special.Containment(IndexSql.of(side), column, operator))
                .orElse(null);
    }

    /** The one column of the scanned table that an expression is made from. */
    private Optional<String> columnIn(Expression expression) {
        List<String> columns = expression
                .columns()
                .filter(column ->
                        column.qualifier().equals(alias) || column.qualifier().isEmpty())
                .map(Column::name)
                .filter(name -> typeOf.apply(name).isPresent())
                .distinct()
                .toList();
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }

    private boolean foreign(Expression expression) {
        return expression.columns().noneMatch(column -> column.qualifier().equals(alias));
    }

    private boolean isBoolean(Column column) {
        return typeOf.apply(column.name()).filter("boolean"::equals).isPresent();
    }

    /** varchar compared as text uses the same index; char(n) compared as bpchar too. A length of the cast's own cuts values off. */
    private static boolean sameBytes(String columnType, String castType) {
        return columnType.equals(castType)
                || columnType.startsWith("character varying") && castType.equals("text")
                || columnType.startsWith("character varying") && castType.equals("character varying")
                || columnType.startsWith("character(") && castType.equals("bpchar");
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            case "@>" -> "<@";
            case "<@" -> "@>";
            case "~~", "~~*" -> "a pattern kept in a column";
            default -> operator;
        };
    }

    private static String print(Expression expression) {
        return switch (expression) {
            case Column column -> column.name();
            case Value value -> value.text();
            case Cast cast -> print(cast.of()) + "::" + cast.type();
            case Call call -> call.function() + "(" + print(call.arguments(), ", ") + ")";
            case Binary it -> print(it.left()) + " " + it.operator() + " " + print(it.right());
            case Quantified it ->
                print(it.left()) + " " + it.operator() + (it.any() ? " ANY (" : " ALL (") + print(it.right()) + ")";
            case And and -> "(" + print(and.parts(), " AND ") + ")";
            case Or or -> "(" + print(or.parts(), " OR ") + ")";
            case Not not -> "NOT " + print(not.of());
            case NullTest test -> print(test.of()) + (test.negated() ? " IS NOT NULL" : " IS NULL");
        };
    }

    private static String print(List<Expression> parts, String separator) {
        return String.join(separator, parts.stream().map(Conditions::print).toList());
    }
}
