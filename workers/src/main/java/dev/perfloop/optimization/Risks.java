package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.change.CodeAdvice;
import dev.perfloop.change.CreateExtension;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.DropIndex;
import dev.perfloop.change.RefreshStatistics;
import dev.perfloop.change.ServiceChange;
import dev.perfloop.change.SetParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a change may cost: whom it keeps waiting, how long, and what it takes. */
final class Risks {
    private Risks() {}

    static List<String> of(PlannedChange planned) {
        var evidence = planned.finding().evidence();
        return switch (planned.change()) {
            case CreateIndex create -> creating(planned, evidence);
            case DropIndex drop ->
                List.of(
                        "Lock: DROP INDEX CONCURRENTLY waits for transactions that use the table; reads and writes go on.",
                        "What reads by this index later would read the table; taking it back builds it anew from its definition.");
            case RefreshStatistics refresh -> refreshing(refresh);
            case SetParameter parameter -> setting(parameter);
            case ServiceChange service ->
                List.of(
                        "The service is called as its owner's hooks say, and asked whether the value holds"
                                + (service.setting().calls().size() > 1 ? "; it is restarted for that." : "."),
                        "Holds now: " + service.setting().former() + "; taking it back sets that again.");
            case CodeAdvice byHand ->
                List.of("What a person changes may do anything; the load test shows it. Perfloop cannot take it back.");
            case CreateExtension extension ->
                List.of("Nothing waits. Taking it back is refused once somebody has built on it.");
        };
    }

    private static List<String> creating(PlannedChange planned, Evidence evidence) {
        List<String> risks = new ArrayList<>();
        risks.add(
                "Lock: SHARE UPDATE EXCLUSIVE on the table while the index is built. Reads and writes go on; VACUUM, ANALYZE and "
                        + "other schema changes of the table wait. Building waits for transactions that are open when it begins.");
        if (evidence.table() instanceof Evidence.Table table) {
            risks.add(String.format(
                    Locale.ROOT,
                    "Duration: %s for %.0f rows in %s, more while the table is busy (a rule of thumb, not a measurement).",
                    planned.estimate().duration(),
                    table.rows(),
                    BuildEstimate.bytes(table.sizeBytes())));
        }
        risks.add("Disk: " + planned.estimate().disk()
                + " for the index, and as much again for sorting while it is built.");
        risks.add("Writers: " + writeCost(planned));
        risks.add("If it fails half-way it leaves an invalid index, which is found and dropped.");
        return risks;
    }

    private static List<String> refreshing(RefreshStatistics refresh) {
        List<String> risks = new ArrayList<>();
        risks.add(
                "Lock: SHARE UPDATE EXCLUSIVE on the table, mostly for seconds: reads and writes go on, VACUUM and schema changes "
                        + "wait. It gives up when another session holds the table for longer than the lock timeout.");
        risks.add("Reads a sample of "
                + (refresh.finer().isEmpty() ? "30,000" : "up to 300 rows for each unit of the target, so 300,000")
                + " rows at the default statistics target.");
        risks.add(
                "Every statement on the table is planned anew with the new numbers, the others too; the load test shows whether one "
                        + "gets slower.");
        risks.add("Cannot be taken back: the statistics that ANALYZE replaces are kept by nobody."
                + (refresh.undoStatements().isEmpty() ? "" : " What is set ahead of it can."));
        if (!refresh.finer().isEmpty()) {
            risks.add(
                    "Planning gets a little slower with more values to look through, and so does every later ANALYZE.");
        }
        return risks;
    }

    private static List<String> setting(SetParameter parameter) {
        List<String> risks = new ArrayList<>();
        risks.add("Lock: none; nothing waits and no session is ended.");
        risks.add(
                switch (parameter.scope()) {
                    case SYSTEM ->
                        "Holds at once in every session of the server, of other databases too, but where a role or a database has its "
                                + "own setting."
                                + (parameter.plans()
                                        ? " All sessions of this database plan their statements anew once."
                                        : "");
                    case DATABASE ->
                        "Holds for sessions of this database that begin from then on. Before the load test Perfloop waits until those "
                                + "that were there have been renewed: restart the service then, as its pool takes its time (HikariCP 30 "
                                + "min). If they are not within 5 min (perfloop.change.session-renewal), the setting is taken back, and "
                                + "the other changes go on.";
                });
        risks.add(
                parameter.former() == null
                        ? "Nothing is set there now; taking it back leaves nothing set."
                        : "Set there now: " + parameter.former() + "; taking it back sets that again.");
        if (parameter.name().equals("work_mem")) {
            risks.add(
                    "Memory: taken by every sort and hash of every session. That all of them at once fit in memory was reckoned; "
                            + "what else runs on the machine was not.");
        }
        return risks;
    }

    static String writeCost(PlannedChange planned) {
        var index = planned.finding().evidence().index();
        return index == null || index.writeCost().isEmpty()
                ? "nothing was written to the table while it was watched; every write maintains the index from now on."
                : index.writeCost();
    }
}
