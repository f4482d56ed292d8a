package dev.perfloop.optimization;

import dev.perfloop.change.Change;
import dev.perfloop.change.CodeAdvice;
import dev.perfloop.change.CreateExtension;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.DropIndex;
import dev.perfloop.change.RefreshStatistics;
import dev.perfloop.change.ServiceChange;
import dev.perfloop.change.SetParameter;
import dev.perfloop.optimization.PlanSheet.Cost;
import dev.perfloop.optimization.PlanSheet.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a plan is carried out: what is looked at ahead of each change, whom it keeps waiting, and what follows on what. */
final class Carrying {
    private static final String UNCHANGED =
            "The table, with its columns, indexes and constraints, is as it was when the plan was drafted.";

    private Carrying() {}

    static List<String> out(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<String> carrying = new ArrayList<>(List.of(
                "An approver decides. Single changes may be left out, and the start be put off until a change window.",
                "The load profiles are driven on the target as it is: this is what the changes are held against.",
                steps.size() == 1
                        ? "The change is applied, once its preconditions were looked at again and its undo is written down."
                        : "The changes are applied one after another in this order, each once its preconditions were looked at "
                                + "again and its undo is written down. The service is watched meanwhile; when it suffers, or an index fails, "
                                + "all that went in is taken back.",
                "The same load profiles are driven again, and every metric is compared with what it was.",
                "What earned its place is kept, with guards against regression. What did not is taken back, last first, and it "
                        + "is verified that the schema is as before."));
        if (steps.stream().anyMatch(step -> step.byHand() != null)) {
            carrying.add(
                    3,
                    "Then a person does what is left to people, and says which of it is done: `./perfloop run done`. What is not done is "
                            + "left out. Taking it back is a person's work too.");
        }
        return carrying;
    }

    /** The guards and the state of the target that the change is held against just before it is applied. */
    static List<String> conditions(Change change) {
        List<String> conditions = new ArrayList<>();
        if (change instanceof CodeAdvice) {
            return List.of("A person says that it is done.");
        }
        conditions.add("The target's guards allow " + change.kind()
                + ", and its CPU has room or a maintenance window is open.");
        switch (change) {
            case CreateIndex create -> {
                conditions.add(create.table() + " is there and an ordinary table or materialized view.");
                conditions.add("No equal index exists.");
                conditions.add("The disk has room for it twice, and no long transaction is in the way.");
                conditions.add(UNCHANGED);
            }
            case DropIndex drop -> {
                conditions.add(drop.indexName() + " is there, defined as it was when the plan was drafted.");
                conditions.add("It enforces no constraint or uniqueness, and no long transaction is in the way.");
                conditions.add(UNCHANGED);
            }
            case RefreshStatistics refresh -> {
                conditions.add(refresh.table() + " is there with the columns concerned, and our role may analyse it.");
                conditions.add(UNCHANGED);
                if (!refresh.finer().isEmpty()) {
                    conditions.add("Their statistics targets are what they were when the plan was drafted.");
                }
            }
            case SetParameter parameter ->
                conditions.add(
                        parameter.former() == null
                                ? parameter.name() + " is not set there by anybody else meanwhile."
                                : parameter.name() + " is still set to " + parameter.former() + ".");
            case CreateExtension extension -> {
                conditions.add("The server has " + extension.name() + " on its disk.");
                conditions.add("The database has not got it yet.");
            }
            case ServiceChange service ->
                conditions.add(service.setting().name() + " is still "
                        + service.setting().former() + ", as the hook reads it.");
            case CodeAdvice byHand -> {}
        }
        return conditions;
    }

    static Cost cost(PlannedChange planned, Duration lockTimeout) {
        double seconds = lockTimeout.toMillis() / 1000.0;
        String behindLock = String.format(
                Locale.ROOT,
                "Whoever comes behind its request for a lock waits at most %.3g s; then it gives up and tries again later.",
                seconds);
        return switch (planned.change()) {
            case CreateIndex create -> new Cost(planned.estimate(), seconds, behindLock, Risks.writeCost(planned));
            case DropIndex drop -> new Cost(null, seconds, behindLock, "Writers have one index less to maintain.");
            case RefreshStatistics refresh -> new Cost(null, seconds, behindLock, "None.");
            case SetParameter parameter -> new Cost(null, 0, "Nobody waits.", "None known.");
            case CreateExtension extension -> new Cost(null, 0, "Nobody waits.", "None.");
            case ServiceChange service ->
                new Cost(
                        null,
                        0,
                        service.setting().calls().size() > 1 ? "As long as the service restarts." : "Nobody waits.",
                        "None known.");
            case CodeAdvice byHand -> new Cost(null, 0, "Whatever deploying it takes.", "None known.");
        };
    }
}
