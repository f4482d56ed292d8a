package dev.perfloop.optimization;

import dev.perfloop.analysis.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                lines.add("**By hand: set `" + parameter.name() + "`** (now " + parameter.current() + "):");
                String set = "ALTER SYSTEM SET " + parameter.name() + " = '" + parameter.value() + "';";
                lines.add(
                        parameter.restart()
                                ? "`" + set + "`, then restart PostgreSQL"
                                : "`" + set + " SELECT pg_reload_conf();`");
            }
            case Proposal.RefreshStatistics statistics ->
                lines.add(String.format(
                        Locale.ROOT,
                        "**By hand:** `ANALYZE %s.%s;`",
                        quoted(statistics.schema()),
                        quoted(statistics.table())));
            // Allowed by nobody or explaining too little: what it would be is in its summary.
            case Proposal.CreateIndex index -> {}
            case Proposal.DropIndex index -> {}
        }
        return lines;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
