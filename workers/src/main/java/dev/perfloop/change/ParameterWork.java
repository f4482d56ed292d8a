package dev.perfloop.change;

import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.change.StepsInOrder.Step;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets a parameter, or puts back what was set before. What holds for new sessions only is not applied before the sessions that
 * were there have gone: a load test would otherwise judge the former value. Nobody's session is ended for that.
 */
@Component
class ParameterWork {
    private final ParameterRepository parameters;
    private final ChangeStatementRepository journal;
    private final StatementSender sender;
    private final StepsInOrder steps;
    private final ChangeProperties properties;
    private final InstantSource clock;

    ParameterWork(
            ParameterRepository parameters,
            ChangeStatementRepository journal,
            StatementSender sender,
            StepsInOrder steps,
            ChangeProperties properties,
            InstantSource clock) {
        this.parameters = parameters;
        this.journal = journal;
        this.sender = sender;
        this.steps = steps;
        this.properties = properties;
        this.clock = clock;
    }

    boolean apply(SetParameter wanted, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return steps.take(order(wanted, wanted.statements(), wanted.value(), change, target), change, target, progress)
                && (holdsAtOnce(wanted, change) || awaitNewSessions(wanted, change, target, progress));
    }

    /** After an offer nothing is measured, so that nobody needs to wait. */
    private static boolean holdsAtOnce(SetParameter wanted, RunChange change) {
        return wanted.scope() == Scope.SYSTEM || change.offered();
    }

    boolean undo(SetParameter set, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return steps.take(order(set, set.undoStatements(), set.former(), change, target), change, target, progress);
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

    private boolean awaitNewSessions(SetParameter set, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        var since = journal.answeredAt(change.id(), set.statements().getFirst()).orElseGet(clock::instant);
        while (!progress.calledOff() && sender.isStill(change)) {
            var age = Duration.between(since, clock.instant());
            var sessions = parameters.sessions(target, age);
            if (sessions.old() == 0) {
                return true;
            }
            if (age.compareTo(properties.sessionRenewal()) > 0) {
                throw new WithoutEffect(
                        "%s have not been renewed in %d min and still run with the former %s."
                                .formatted(sessions.said(), age.toMinutes(), set.name()),
                        "Restart the service meanwhile, or let its pool renew connections sooner (HikariCP: maxLifetime).");
            }
            progress.at(
                    60,
                    "%s holds for new sessions: %s have yet to be renewed. The service's pool does that in time; restarting "
                                    .formatted(set.name(), sessions.said())
                            + "the service does it now.");
            Thread.sleep(properties.poll());
        }
        return false;
    }
}
