package dev.perfloop.profiling.whatif;

import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much is copied of which table: small ones whole, what is left of the allowance shared among the others. */
final class CopyPlan {
    private static final Set<String> COPIED_KINDS = Set.of("r", "m", "p");

    /** Of all tables together; little enough to be read in a second or two. */
    private static final long MOST = 64L << 20;

    /** Of one table where plans are only asked for: enough for them to differ, and an index on it is built in no time. */
    private static final long MOST_OF_ONE = 4L << 20;

    private CopyPlan() {}

    /** For asking the planner. */
    static List<CopiedTable> toAsk(List<TableFacts> tables) {
        return of(tables, MOST, MOST_OF_ONE);
    }

    /** For running statements. */
    static List<CopiedTable> toRun(List<TableFacts> tables) {
        return of(tables, MOST, MOST);
    }

    /** Of two tables with one name only the larger is taken, since a copy goes by its name alone. */
    static List<CopiedTable> of(List<TableFacts> tables, long mostBytes, long mostOfOne) {
        Set<String> names = new HashSet<>();
        List<TableFacts> unlike = tables.stream()
                .filter(table -> COPIED_KINDS.contains(table.kind()))
                .sorted(Comparator.comparingLong(TableFacts::sizeBytes).reversed())
                .filter(table -> names.add(table.name()))
                .sorted(Comparator.comparingLong(TableFacts::sizeBytes))
                .toList();
        List<CopiedTable> copied = new ArrayList<>();
        long left = mostBytes;
        for (int i = 0; i < unlike.size(); i++) {
            var table = unlike.get(i);
            long size = Math.max(8192, table.sizeBytes());
            long allotted = Math.min(size, Math.min(mostOfOne, left / (unlike.size() - i)));
            left -= allotted;
            copied.add(new CopiedTable(
                    table.schema(), table.name(), Math.clamp((double) allotted / size, 1e-6, 1), table.rows()));
        }
        return copied;
    }
}
