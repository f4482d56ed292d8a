package dev.perfloop.analysis.plan;

import dev.perfloop.analysis.plan.Expression.Binary;
import dev.perfloop.analysis.plan.Expression.Call;
import dev.perfloop.analysis.plan.Expression.Cast;
import dev.perfloop.analysis.plan.Expression.Column;
import dev.perfloop.analysis.plan.Expression.Not;
import dev.perfloop.analysis.plan.Expression.NullTest;
import dev.perfloop.analysis.plan.Expression.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints an expression so that an index can be made on it. What it prints is made from what was parsed, names quoted, so that
 * nothing but the one expression can get into a statement.
 */
final class IndexSql {
    /** Marked IMMUTABLE in {@code pg_proc}, whatever their arguments' types. */
    private static final Set<String> STABLE_FUNCTIONS = Set.of(
            "lower",
            "upper",
            "btrim",
            "ltrim",
            "rtrim",
            "length",
            "char_length",
            "abs",
            "md5",
            "substr",
            "substring",
            "left",
            "right",
            "replace",
            "coalesce",
            "reverse",
            "initcap",
            "translate",
            "mod",
            "sign",
            "split_part");

    private static final Set<String> STABLE_OPERATORS = Set.of("+", "-", "*", "/", "->", "->>", "#>>", "#>");

    /** Whose text does not depend on a setting such as the time zone or the date style. */
    private static final Set<String> SETTLED_TYPES =
            Set.of("smallint", "integer", "bigint", "numeric", "uuid", "text", "boolean", "jsonb", "bpchar", "name");

    private IndexSql() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Column column -> '"' + column.name().replace("\"", "\"\"") + '"';
            case Value value -> value.text();
            case Cast cast -> "(" + of(cast.of()) + ")::" + cast.type();
            case Call call
            when isCollation(call) ->
                "(" + of(call.arguments().getFirst()) + ") COLLATE "
                        + of(call.arguments().getLast());
            case Call call ->
                call.function().toLowerCase(Locale.ROOT)
                        + call.arguments().stream().map(IndexSql::of).collect(Collectors.joining(", ", "(", ")"));
            case Binary it -> "(" + of(it.left()) + " " + it.operator() + " " + of(it.right()) + ")";
            case NullTest test -> of(test.of()) + (test.negated() ? " IS NOT NULL" : " IS NULL");
            case Not not -> "NOT " + of(not.of());
            default -> "";
        };
    }

    /** A collation changes how a column compares, not what it holds. */
    static boolean isCollation(Call call) {
        return call.function().equals("collate") && call.arguments().size() == 2;
    }

    /** The same whenever and by whomever it is read. */
    static boolean isConstant(Value value) {
        return !value.text().startsWith("$")
                && !value.text().toLowerCase(Locale.ROOT).matches("(?:current|local|session).*");
    }

    /** True when PostgreSQL accepts it in an index: same input, same result, for ever. */
    static boolean isStable(Expression expression, Function<String, Optional<String>> typeOf) {
        return switch (expression) {
            case Column column -> true;
            case Value value -> isConstant(value);
            case Cast cast -> isStable(cast.of(), typeOf) && isSettled(cast, typeOf);
            case Call call when isCollation(call) -> isStable(call.arguments().getFirst(), typeOf);
            case Call call
            when call.function().equalsIgnoreCase("date_trunc") ->
                isStable(call.arguments().getFirst(), typeOf)
                        && call.arguments().size() == 2
                        && call.arguments().get(1) instanceof Column column
                        && typeOf.apply(column.name())
                                .filter(type -> type.startsWith("timestamp") && type.contains("without time zone"))
                                .isPresent();
            case Call call ->
                STABLE_FUNCTIONS.contains(call.function().toLowerCase(Locale.ROOT)) && all(call.arguments(), typeOf);
            case Binary it -> STABLE_OPERATORS.contains(it.operator()) && all(List.of(it.left(), it.right()), typeOf);
            default -> false;
        };
    }

    private static boolean all(List<Expression> parts, Function<String, Optional<String>> typeOf) {
        return parts.stream().allMatch(part -> isStable(part, typeOf));
    }

    private static boolean isSettled(Cast cast, Function<String, Optional<String>> typeOf) {
        String from =
                cast.of() instanceof Column column ? typeOf.apply(column.name()).orElse("") : "text";
        return isSettled(from) && isSettled(cast.type())
                || from.startsWith("timestamp")
                        && from.contains("without time zone")
                        && cast.type().equals("date");
    }

    private static boolean isSettled(String type) {
        String bare = type.replaceFirst("\\(.*", "").strip();
        return SETTLED_TYPES.contains(bare) || bare.equals("character varying") || bare.equals("character");
    }
}
