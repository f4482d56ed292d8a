package dev.perfloop.check;

import dev.perfloop.profiling.TargetSight;
import dev.perfloop.target.Target;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DatabaseAnswers implements Asking {
    private final TargetSight sight;

    DatabaseAnswers(TargetSight sight) {
        this.sight = sight;
    }

    @Override
    public Found ask(Target target, Checked checked) {
        var entered = sight.database(target);
        String role = target.database().user();
        return Found.of(List.of(
                Answer.fine("Login", "Role " + role + " gets in; PostgreSQL " + entered.serverVersion() + "."),
                Answer.of("Statement statistics", entered.statements(), "pg_stat_statements counts."),
                Answer.of(
                        "Statistics of others",
                        entered.statistics(),
                        "Role " + role + " reads what other roles do (pg_monitor)."),
                Answer.of("Tables", entered.tables(), "Role " + role + " may read every table with rows in it."),
                indexes(role, entered.foreignTables())));
    }

    private static Answer indexes(String role, List<String> foreignTables) {
        return foreignTables.isEmpty()
                ? Answer.fine("Indexes", "Role " + role + " may index every table with rows in it.")
                : Answer.lacking(
                        "Indexes",
                        "Role " + role + " may not index " + String.join(", ", foreignTables)
                                + ": only who is a member of a table's owner may.",
                        "GRANT the owner of these tables TO " + role
                                + "; without it such changes fail when they are applied.");
    }
}
