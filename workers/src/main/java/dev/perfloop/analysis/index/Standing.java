package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Indexes that stand already, of whatever kind; broken ones serve nobody and are left out. */
final class Standing {
    private static final Pattern COLUMN = Pattern.compile("\"(?:[^\"]|\"\")+\"");

    private Standing() {}

    static List<IndexFacts> of(Workload workload, TableFacts table) {
        return workload.profile().indexes().stream()
                .filter(index -> index.valid()
                        && !index.keys().isEmpty()
                        && index.schema().equals(table.schema())
                        && index.table().equals(table.name()))
                .toList();
    }

    /**
     * Those over all rows that have this expression as their key: as the first one of a B-tree, as any of an inverted index, which
     * answers for each of its columns alone.
     *
     * @param sql     a quoted column or an expression
     * @param methods access methods that can serve it
     */
    static List<IndexFacts> on(Workload workload, SpecialNeed need, String sql, Set<String> methods) {
        return of(workload, need.table()).stream()
                .filter(index -> methods.contains(index.method()) && index.predicate() == null)
                .filter(index -> index.keys().stream()
                        .limit(index.method().equals("gin") ? index.keys().size() : 1)
                        .anyMatch(key -> key.column() == COLUMN.matcher(sql).matches()
                                && bare(key.expression()).equals(bare(sql))))
                .toList();
    }

    /** PostgreSQL prints the same expression with more or fewer brackets, quotes and casts to text. */
    static String bare(String expression) {
        return expression.replaceAll("::(text|bpchar|character varying)\\b", "").replaceAll("[\\s()\"]", "");
    }
}
