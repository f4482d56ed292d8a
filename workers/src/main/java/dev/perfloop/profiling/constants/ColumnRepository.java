package dev.perfloop.profiling.constants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.constants.Comparison.Relation;
import dev.perfloop.profiling.postgres.GuardedRepository;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads values of columns from the statistics and, where these have none, from a few rows of the table. */
final class ColumnRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As they lie on disk; a table's beginning is read in no time, whatever its size. */
    private static final int ROWS = 100;

    private final GuardedRepository guarded;

    ColumnRepository(GuardedRepository guarded) {
        this.guarded = guarded;
    }

    /** Empty when there is no such column. */
    Optional<ColumnValues> values(Relation relation, String column) {
        return type(relation, column)
                .map(type -> guarded.text("""
                        SELECT json_build_object(
                                   'type', %1$s,
                                   'commonest', coalesce(to_json(most_common_vals::text::text[]), '[]'),
                                   'ordered', coalesce((SELECT json_agg(v::text ORDER BY v)
                                                        FROM unnest(most_common_vals::text::%2$s[]) v), '[]'),
                                   'bounds', coalesce(to_json(histogram_bounds::text::text[]), '[]'),
                                   'elements', coalesce(to_json(most_common_elems::text::text[]), '[]'))
                        FROM pg_stats
                        WHERE schemaname = %3$s AND tablename = %4$s AND attname = %5$s
                        ORDER BY inherited
                        LIMIT 1""".formatted(
                                        Quoted.literal(type),
                                        type,
                                        Quoted.literal(relation.schema()),
                                        Quoted.literal(relation.name()),
                                        Quoted.literal(column)))
                        .map(ColumnRepository::parse)
                        .or(() -> elements(relation, column, type))
                        .orElse(new ColumnValues(type, List.of(), List.of(), List.of(), List.of())));
    }

    /** Of a column whose values have no order or are arrays themselves. */
    private Optional<ColumnValues> elements(Relation relation, String column, String type) {
        return guarded.text("""
                        SELECT json_build_object(
                                   'type', %s,
                                   'commonest', '[]'::json,
                                   'ordered', '[]'::json,
                                   'bounds', '[]'::json,
                                   'elements', coalesce(to_json(most_common_elems::text::text[]), '[]'))
                        FROM pg_stats
                        WHERE schemaname = %s AND tablename = %s AND attname = %s
                        ORDER BY inherited
                        LIMIT 1""".formatted(
                                Quoted.literal(type),
                                Quoted.literal(relation.schema()),
                                Quoted.literal(relation.name()),
                                Quoted.literal(column)))
                .map(ColumnRepository::parse);
    }

    /** What an expression over one column gives for a value of it. */
    Optional<String> computed(Comparison comparison, String type, String value) {
        return guarded.text("SELECT (%s)::text FROM (SELECT CAST(%s AS %s) AS %s) AS %s"
                .formatted(
                        comparison.expression(),
                        Quoted.literal(value),
                        type,
                        Quoted.name(comparison.column()),
                        Quoted.name(comparison.relation().alias())));
    }

    /** Of one of the first rows, all from the same; empty when none of them has them all. */
    Optional<List<String>> ofOneRow(Relation relation, List<String> expressions, Draw draw) {
        String values =
                expressions.stream().map("(%s)::text"::formatted).collect(Collectors.joining(", ", "ARRAY[", "]"));
        return guarded.text("""
                        SELECT to_json(v)
                        FROM (SELECT row_number() OVER () AS n, v
                              FROM (SELECT %s AS v FROM %s AS %s LIMIT %d) first) numbered
                        WHERE array_position(v, NULL) IS NULL
                        ORDER BY n%s
                        LIMIT 1""".formatted(
                                values,
                                relation.sql(),
                                Quoted.name(relation.alias()),
                                ROWS,
                                draw == Draw.COMMON ? "" : " DESC"))
                .map(json -> read(json, new TypeReference<List<String>>() {}));
    }

    /** As SQL names it; empty when there is no such column. */
    private Optional<String> type(Relation relation, String column) {
        return guarded.text("""
                        SELECT format_type(atttypid, NULL)
                        FROM pg_attribute
                        WHERE attrelid = %s::regclass AND attname = %s AND NOT attisdropped""".formatted(Quoted.literal(relation.sql()), Quoted.literal(column)));
    }

    private static ColumnValues parse(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException ourOwnSql) {
            throw new UncheckedIOException(ourOwnSql);
        }
    }
}
