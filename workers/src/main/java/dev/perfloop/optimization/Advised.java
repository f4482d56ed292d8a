package dev.perfloop.optimization;

import dev.perfloop.analysis.Proposal;
import java.util.ArrayList;
import java.util.List;

/** What a person is asked to do, where Perfloop does not do it itself. */
final class Advised {
    private Advised() {}

    /** Markdown. */
    static List<String> lines(Proposal mend) {
        List<String> lines = new ArrayList<>();
        switch (mend) {
            case Proposal.CodeAdvice advice -> {
                lines.add("**By hand: " + advice.title() + ".**");
                lines.add("");
                advice.advice().strip().lines().forEach(lines::add);
            }
            case Proposal.SetParameter parameter -> {
                lines.add("**By hand: set `" + parameter.name() + "`** (now " + parameter.current() + ")"
                        + (parameter.byHand() == null ? ":" : ", as " + parameter.byHand() + ":"));
                String set = "ALTER SYSTEM SET " + parameter.name() + " = '" + parameter.value() + "';";
                lines.add(
                        parameter.restart()
                                ? "`" + set + "`, then restart PostgreSQL"
                                : "`" + set + " SELECT pg_reload_conf();`");
            }
            case Proposal.RefreshStatistics statistics ->
                lines.add("**By hand:** `" + String.join("; ", statements(statistics)) + ";`");
            // Allowed by nobody or explaining too little: what it would be is in its summary.
            case Proposal.CreateIndex index -> {}
            case Proposal.DropIndex index -> {}
        }
        return lines;
    }

    private static List<String> statements(Proposal.RefreshStatistics statistics) {
        String table = quoted(statistics.schema()) + "." + quoted(statistics.table());
        List<String> statements = new ArrayList<>();
        List<String> columns =
                statistics.columns().stream().map(Advised::quoted).toList();
        if (statistics.target() instanceof Integer target) {
            columns.forEach(column ->
                    statements.add("ALTER TABLE " + table + " ALTER COLUMN " + column + " SET STATISTICS " + target));
        } else if (columns.size() > 1) {
            statements.add("CREATE STATISTICS ON " + String.join(", ", columns) + " FROM " + table);
        }
        statements.add("ANALYZE " + table);
        return statements;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
