package dev.perfloop.profiling.constants;

import dev.perfloop.profiling.constants.Comparison.Kind;
import dev.perfloop.profiling.constants.Comparison.Relation;
import dev.perfloop.profiling.statement.StatementText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the values of one statement's parameters. */
final class Drawing {
    /** Enough for a list to be one, and few enough to be as selective as those that services send. */
    private static final int LISTED = 3;

    private final StatementText text;
    private final Comparisons comparisons;
    private final ColumnRepository columns;
    private final TypeRepository types;
    private final Pages pages;
    private final Map<String, Optional<ColumnValues>> known = new HashMap<>();
    private List<Constant> drawn = List.of();

    Drawing(StatementText text, Comparisons comparisons, ColumnRepository columns, TypeRepository types, Pages pages) {
        this.text = text;
        this.comparisons = comparisons;
        this.columns = columns;
        this.types = types;
        this.pages = pages;
    }

    /**
     * @param parameterTypes of {@code $1}, {@code $2} ...
     * @param unused         parameters that do not stand in the statement
     */
    List<Constant> draw(Draw draw, List<String> parameterTypes, Set<Integer> unused) {
        var together = ofOneRow(draw);
        List<Constant> constants = new ArrayList<>();
        for (int parameter = 1; parameter <= parameterTypes.size(); parameter++) {
            if (!unused.contains(parameter)) {
                drawn = List.copyOf(constants);
                constants.add(constant(parameter, parameterTypes.get(parameter - 1), draw, together.get(parameter)));
            }
        }
        return constants;
    }

    private Constant constant(int parameter, String type, Draw draw, @Nullable String together) {
        if (text.limits().contains(parameter)) {
            return new Constant(parameter, Long.toString(pages.limit()), type, "LIMIT");
        }
        if (text.offsets().contains(parameter)) {
            return new Constant(parameter, Long.toString(pages.offset(draw)), type, "OFFSET");
        }
        if (text.dateFields().contains(parameter)) {
            return new Constant(parameter, "month", type, "field of a date");
        }
        var comparison = comparisons.of(parameter).or(() -> named(parameter));
        return comparison
                .flatMap(it -> Optional.ofNullable(together)
                        .filter(value -> types.holds(type, value))
                        .or(() -> value(it, type, draw)))
                .filter(value -> types.holds(type, value))
                .map(value ->
                        new Constant(parameter, value, type, comparison.get().from()))
                .orElseGet(() -> new Constant(parameter, types.some(type).orElse(null), type, null));
    }

    private Optional<String> value(Comparison comparison, String type, Draw draw) {
        int place = comparisons.place(comparison);
        return switch (comparison.kind()) {
            case EQUAL, OTHER -> types.isArray(type) ? array(comparison, draw) : one(comparison, draw, place);
            case LOWER_END, UPPER_END -> one(comparison, draw, place);
            case PATTERN -> one(comparison, draw, place).map(Pattern::within);
            case WORDS -> one(comparison, draw, place).map(Pattern::word);
            case ELEMENT -> known(comparison).flatMap(it -> it.element(draw, place));
        };
    }

    private Optional<String> array(Comparison comparison, Draw draw) {
        var values = known(comparison);
        if (values.isPresent() && types.isArray(values.get().type())) {
            return values.get()
                    .element(draw, 0)
                    .map(element -> "{" + Quoted.element(element) + "}")
                    .or(() -> one(comparison, draw, 0));
        }
        List<String> listed = IntStream.range(0, LISTED)
                .mapToObj(place -> one(comparison, draw, place))
                .flatMap(Optional::stream)
                .distinct()
                .map(Quoted::element)
                .toList();
        return listed.isEmpty() ? Optional.empty() : Optional.of("{" + String.join(",", listed) + "}");
    }

    private Optional<String> one(Comparison printed, Draw draw, int place) {
        var values = known(printed);
        var comparison = printed.with(drawn);
        return values.flatMap(it -> picked(it, printed, draw, place))
                .flatMap(value -> comparison.isPlainColumn()
                        ? Optional.of(value)
                        : columns.computed(comparison, values.get().type(), value))
                .or(() -> columns.ofOneRow(comparison.relation(), List.of(comparison.expression()), draw)
                        .map(List::getFirst));
    }

    private Optional<String> picked(ColumnValues values, Comparison comparison, Draw draw, int place) {
        boolean lower = comparison.kind() == Kind.LOWER_END;
        return lower || comparison.kind() == Kind.UPPER_END
                ? values.end(draw, lower, comparisons.isBounded(comparison))
                : values.equal(draw, place);
    }

    /**
     * Several columns that are asked for together, as those of a composite key, hardly ever match when each value is drawn by
     * itself; unless all of them have common values, they are taken from one row.
     */
    private Map<Integer, String> ofOneRow(Draw draw) {
        Map<Relation, Map<String, Comparison>> equal = new LinkedHashMap<>();
        comparisons.all().stream()
                .filter(it -> it.kind() == Kind.EQUAL && comparisons.place(it) == 0)
                .filter(it -> comparisons.of(it.parameter()).filter(it::equals).isPresent())
                .forEach(it -> equal.computeIfAbsent(it.relation(), relation -> new LinkedHashMap<>())
                        .putIfAbsent(it.expression(), it));
        Map<Integer, String> values = new HashMap<>();
        equal.forEach((relation, compared) -> {
            if (compared.size() > 1
                    && !compared.values().stream()
                            .allMatch(it -> known(it).stream()
                                    .anyMatch(column -> !column.commonest().isEmpty()))) {
                columns.ofOneRow(relation, List.copyOf(compared.keySet()), draw).ifPresent(row -> {
                    int at = 0;
                    for (var it : compared.values()) {
                        values.put(it.parameter(), row.get(at++));
                    }
                });
            }
        });
        return values;
    }

    private Optional<ColumnValues> known(Comparison comparison) {
        return comparison.columns().size() == 1 ? known(comparison.relation(), comparison.column()) : Optional.empty();
    }

    private Optional<ColumnValues> known(Relation relation, String column) {
        return known.computeIfAbsent(relation.sql() + "." + column, key -> columns.values(relation, column));
    }

    /** Of what no condition shows, such as a column that is set, the text tells the name. */
    private Optional<Comparison> named(int parameter) {
        return text.nameBefore(parameter)
                .flatMap(column -> comparisons.relations().stream()
                        .filter(relation -> known(relation, column).isPresent())
                        .map(relation -> new Comparison(
                                parameter,
                                relation,
                                Quoted.name(relation.alias()) + "." + Quoted.name(column),
                                List.of(column),
                                Kind.EQUAL))
                        .findFirst());
    }
}
