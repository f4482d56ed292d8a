package dev.perfloop.change;

import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.change.StepsInOrder.Step;
import dev.perfloop.target.TargetDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets a parameter, or puts back what was set before. What holds for new sessions only is not applied, nor taken back, before the
 * sessions with another value have gone.
 */
@Component
class ParameterWork {
    private final ParameterRepository parameters;
    private final ChangeStatementRepository journal;
    private final StepsInOrder steps;
    private final SessionRenewal renewal;

    ParameterWork(
            ParameterRepository parameters,
            ChangeStatementRepository journal,
            StepsInOrder steps,
            SessionRenewal renewal) {
        this.parameters = parameters;
        this.journal = journal;
        this.steps = steps;
        this.renewal = renewal;
    }

    boolean apply(SetParameter wanted, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return steps.take(order(wanted, wanted.statements(), wanted.value(), change, target), change, target, progress)
                && (holdsAtOnce(wanted, change) || renewal.afterSetting(wanted, change, target, progress));
    }

    /** After an offer nothing is measured, so that nobody needs to wait. */
    private static boolean holdsAtOnce(SetParameter wanted, RunChange change) {
        return wanted.scope() == Scope.SYSTEM || change.offered();
    }

    boolean undo(SetParameter set, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return steps.take(order(set, set.undoStatements(), set.former(), change, target), change, target, progress)
                && (holdsAtOnce(set, change) || renewal.afterTakingBack(set, change, target, progress));
    }

    /** @param goal null for nothing set */
    private List<Step> order(
            SetParameter parameter,
            List<String> statements,
            @Nullable String goal,
            RunChange change,
            TargetDatabase target) {
        List<Step> order = new ArrayList<>();
        for (String statement : statements) {
            order.add(new Step(
                    statement,
                    switch (parameter.scope()) {
                        // Asked for in the journal too, as the age of sessions is counted from there.
                        case DATABASE -> () -> isAnswered(change, statement) && isSet(parameter, goal, target);
                        // What ALTER SYSTEM wrote is seen only after the reload.
                        case SYSTEM ->
                            switch (statement) {
                                case SetParameter.RELOAD -> () -> isSet(parameter, goal, target);
                                case SetParameter.REPLAN -> () -> isPlannedAnew(parameter, change);
                                default -> () -> isWritten(parameter, change, statement);
                            };
                    }));
        }
        return order;
    }

    /** Not set and set back since: the change may have been taken out and put back any number of times. */
    private boolean isWritten(SetParameter parameter, RunChange change, String statement) {
        return journal.lastAnswered(change.id(), parameter.written())
                .filter(statement::equals)
                .isPresent();
    }

    /** Since it was last set or set back, and the server read that. */
    private boolean isPlannedAnew(SetParameter parameter, RunChange change) {
        var since = Stream.concat(parameter.statements().stream(), parameter.undoStatements().stream())
                .toList();
        return journal.lastAnswered(change.id(), since)
                .filter(SetParameter.REPLAN::equals)
                .isPresent();
    }

    private boolean isAnswered(RunChange change, String statement) {
        return journal.answeredAt(change.id(), statement).isPresent();
    }

    private boolean isSet(SetParameter parameter, @Nullable String goal, TargetDatabase target) {
        var set = parameters.value(target, parameter.scope(), parameter.name());
        return goal == null
                ? set.isEmpty()
                : set.filter(value -> SettingValue.same(value, goal)).isPresent();
    }
}
