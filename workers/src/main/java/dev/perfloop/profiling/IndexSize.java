package dev.perfloop.profiling;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a B-tree takes right after it was built: entries, their repetition folded into posting lists, and the pages above them.
 * Layout and limits are those of PostgreSQL's {@code nbtree} (storage/bufpage.h, access/itup.h, nbtsort.c, nbtdedup.c).
 */
public final class IndexSize {
    private static final double PAGE = 8192;
    private static final double PAGE_HEAD_AND_SPECIAL = 24 + 16;
    private static final double FILL = 0.9;
    private static final double ITEM_POINTER = 4;
    private static final double TUPLE_HEADER = 8;
    private static final double ROW_POINTER = 6;
    /** A tenth of a page for one posting list, while an index is built. */
    private static final double LONGEST_POSTING = 808;
    /** Where nothing is known of a column: a short text. */
    private static final int UNKNOWN_WIDTH = 16;

    private static final List<String> NEVER_FOLDED =
            List.of("numeric", "real", "double precision", "jsonb", "float", "interval");

    private IndexSize() {}

    /** @return bytes */
    public static double of(TableFacts table, List<String> keys, List<String> include) {
        double rows = Math.max(0, table.rows());
        List<ColumnFacts> columns = Stream.concat(keys.stream(), include.stream())
                .flatMap(name -> table.column(name).stream())
                .toList();
        double entry = TUPLE_HEADER + aligned(width(columns), 8);
        double leafBytes = isFolded(table, keys, include)
                ? folded(rows, Math.clamp(distinct(table, keys, rows), 1, Math.max(1, rows)), entry)
                : rows * (entry + ITEM_POINTER);
        double usable = (PAGE - PAGE_HEAD_AND_SPECIAL) * FILL;
        double leaves = Math.ceil(leafBytes / usable);
        double fanOut = Math.max(2, usable / (entry + ITEM_POINTER));
        return PAGE * (1 + leaves + Math.ceil(leaves / fanOut) * (leaves > 1 ? 1 : 0));
    }

    private static double folded(double rows, double distinct, double entry) {
        double group = rows / distinct;
        if (group <= 1) {
            return rows * (entry + ITEM_POINTER);
        }
        double atOnce = Math.max(1, Math.floor((LONGEST_POSTING - entry) / ROW_POINTER));
        double lists = group < 2 ? 1 : Math.ceil(group / atOnce);
        return distinct * (lists * (entry + ITEM_POINTER) + ROW_POINTER * group);
    }

    private static boolean isFolded(TableFacts table, List<String> keys, List<String> include) {
        return include.isEmpty()
                && keys.stream()
                        .flatMap(key -> table.column(key).stream())
                        .map(column -> column.type().toLowerCase(Locale.ROOT))
                        .noneMatch(type ->
                                type.endsWith("[]") || NEVER_FOLDED.stream().anyMatch(type::startsWith));
    }

    private static double distinct(TableFacts table, List<String> keys, double rows) {
        double product = 1;
        for (var key : keys) {
            Double distinct =
                    table.column(key).map(column -> column.distinctValues(rows)).orElse(null);
            product *= distinct == null ? rows : Math.max(1, distinct);
        }
        return product;
    }

    /** With the gaps before columns that have to begin at a multiple of their size. */
    private static double width(List<ColumnFacts> columns) {
        double at = 0;
        for (var column : columns) {
            Integer known = column.averageWidth();
            double width = (known == null ? UNKNOWN_WIDTH : known)
                    * (1 - (column.nullFraction() instanceof Double nulls ? nulls : 0));
            at = aligned(at, alignment(column.type())) + width;
        }
        return at;
    }

    private static int alignment(String type) {
        return switch (type.replaceFirst("\\(.*", "").strip()) {
            case "bigint", "double precision", "timestamp without time zone", "timestamp with time zone", "interval" ->
                8;
            case "integer", "date", "real", "oid" -> 4;
            case "smallint" -> 2;
            default -> 1;
        };
    }

    private static double aligned(double bytes, int to) {
        return Math.ceil(bytes / to) * to;
    }
}
