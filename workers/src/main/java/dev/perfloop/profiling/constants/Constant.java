package dev.perfloop.profiling.constants;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of one parameter.
 *
 * @param parameter 1 for {@code $1}
 * @param value     as text; null for the null value
 * @param type      as SQL names it under the statement's search path
 * @param from      the column, as {@code schema.table.column}, or the clause that it was chosen for; null when only its type
 *                  was known, so that the value is no more than one of that type
 */
public record Constant(
        int parameter,
        @Nullable String value,
        String type,
        @Nullable String from) {

    static Constant of(List<Constant> constants, int parameter) {
        return constants.stream()
                .filter(it -> it.parameter() == parameter)
                .findFirst()
                .orElseThrow();
    }

    /** As SQL, fit for any place that a parameter may stand in. */
    public String sql() {
        return "CAST(" + (value == null ? "NULL" : Quoted.literal(value)) + " AS " + type + ")";
    }
}
