package dev.perfloop.analysis.calls;

import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How wide the rows of a statement are, from the mean widths of the columns it names. */
final class RowWidth {
    private static final Pattern SELECT_LIST =
            Pattern.compile("\\A\\s*select\\s+(.*?)\\bfrom\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ALL_COLUMNS = Pattern.compile("(?:^|,|\\.|\\s)\\*\\s*(?:,|$)");
    private static final Pattern AGGREGATE = Pattern.compile(
            "\\b(?:count|sum|avg|min|max|array_agg|string_agg|json\\w*_agg)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private RowWidth() {}

    /** Bytes; 0 when it cannot be told. */
    static double of(String query, List<TableFacts> tables) {
        var list = SELECT_LIST.matcher(query);
        if (!list.find() || AGGREGATE.matcher(list.group(1)).find()) {
            return 0;
        }
        boolean all = ALL_COLUMNS.matcher(list.group(1).strip()).find();
        Set<String> words = WORD.matcher(list.group(1))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> read = Sql.tablesRead(query);
        return tables.stream()
                .filter(table -> Touched.isNamed(table, read))
                .flatMap(table -> table.columns().stream())
                .filter(column -> all || words.contains(column.name().toLowerCase(Locale.ROOT)))
                .mapToDouble(RowWidth::bytes)
                .sum();
    }

    private static double bytes(ColumnFacts column) {
        return column.averageWidth() instanceof Integer width ? width : 0;
    }
}
