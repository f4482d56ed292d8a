package dev.perfloop.analysis.calls;

import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.List;
import java.util.Set;

/** Which tables a text names, and who writes them. */
final class Touched {
    private Touched() {}

    /** @param names with or without their schema */
    static boolean isNamed(TableFacts table, Set<String> names) {
        return names.contains(table.name()) || names.contains(table.schema() + "." + table.name());
    }

    static List<TableFacts> tables(String query, List<TableFacts> all) {
        var read = Sql.tablesRead(query);
        return all.stream().filter(table -> isNamed(table, read)).toList();
    }

    /** Statements of the service that write one of these tables. */
    static List<StatementFacts> writers(List<TableFacts> tables, List<StatementFacts> statements) {
        return statements.stream()
                .filter(statement -> {
                    var written = Sql.tablesWritten(statement.query());
                    return tables.stream().anyMatch(table -> isNamed(table, written));
                })
                .toList();
    }
}
